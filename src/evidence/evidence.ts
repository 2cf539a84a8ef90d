import { headerOf, isAnswer, type RawAnswer, isSuccess } from '../exchanges/exchange.ts'
import { isObject, type Json } from '../json.ts'
import {
  responseFor,
  whyBodiless,
  type MediaType,
  type Operation,
  type Parameter,
  type Response,
} from '../operations/operation.ts'
import { EXPLORE } from '../cases/explored-path.ts'
import { parseAnswer, type ParsedBody } from './response/parse-answer.ts'
import { computeOnce, type Remembered } from './compute-once.ts'
import { saysMissing } from './says-missing.ts'
import { parseStream } from './response/parse-stream.ts'
import type { OperationContract } from './contract.ts'
import type { Execution } from './execution.ts'
import { isJson } from '../operations/media-types.ts'
import { compileSchema } from '../schemas/check-value.ts'
import type { Evaluation, SchemaMismatch, UnnamedChoice, UnrunPattern } from '../schemas/schema.ts'
import { evaluateOrSkip } from '../schemas/list-evaluations.ts'
import { listKeywords } from '../schemas/list-keywords.ts'

/** An execution that has a response, and the parts of the document that describe the response. */
export interface Evidence extends Remembered {
  readonly contract: OperationContract
  readonly operation: Operation
  readonly execution: Execution
  readonly answer: RawAnswer
  readonly status: number
  /** The documented response for the received status. Undefined if the status is undocumented. */
  readonly response?: Response
  readonly contentType?: string
  /** The documented media type for the received content type. Undefined if the content type is undocumented. */
  readonly mediaType?: MediaType
  readonly body: ParsedBody
  /** The statuses that are correct for the case. */
  readonly expected: readonly string[]
  /** True if a mock generated the body from the schema. Such a body proves nothing about a server. */
  readonly isDrawn: boolean
}

/** True for a 2xx status. */
export function isAccepted(evidence: Pick<Evidence, 'status' | 'response'>): boolean {
  return isSuccess(evidence.status)
}

/** True if the request body is a merge patch, RFC 7396. */
export function isMergePatch({ execution }: Pick<Evidence, 'execution'>): boolean {
  const type = headerOf({ headers: execution.exchange?.request.headers ?? [] }, 'content-type') ?? ''
  return essenceOf(type) === 'application/merge-patch+json'
}

/**
 * Finds the parts of the document that describe the response of an execution. Returns undefined if there is no
 * response.
 */
export function evidenceOf(contract: OperationContract, execution: Execution): Evidence | undefined {
  const known = found.get(execution)
  if (known?.contract === contract) return known
  const evidence = findEvidence(contract, execution)
  if (evidence !== undefined) found.set(execution, evidence)
  return evidence
}

/** A cache of the evidence, because the verdict and the report both need it. */
const found = new WeakMap<Execution, Evidence>()

function findEvidence(contract: OperationContract, execution: Execution): Evidence | undefined {
  const answer = execution.exchange?.answer
  if (answer === undefined || !isAnswer(answer)) return undefined
  const { operation } = contract
  const response = responseTo(operation, execution, answer.status)
  const contentType = headerOf(answer, 'content-type')
  const mediaType =
    response === undefined || contentType === undefined ? undefined : mediaTypeFor(response, contentType)
  return {
    contract,
    operation,
    execution,
    answer,
    status: answer.status,
    ...(response === undefined ? {} : { response }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(mediaType === undefined ? {} : { mediaType }),
    body: bodyOf(answer, contentType, mediaType, execution.target.name),
    expected: expectedStatuses(operation, execution),
    isDrawn: execution.target.name === 'mock' && mediaType?.examples.length === 0,
    computed: new Map(),
  }
}

function bodyOf(
  answer: RawAnswer,
  contentType: string | undefined,
  mediaType: MediaType | undefined,
  target: string,
): ParsedBody {
  if (mediaType?.isStream !== true) return parseAnswer(answer.body, contentType)
  // Prism returns the example of a stream as one JSON text, not as a stream. The content of such a body is not checked.
  if (target === 'mock') return { kind: 'other' }
  const isPartial = answer.isPartial === true
  return parseStream(answer.body, { contentType: contentType ?? '', schema: mediaType.schema, isPartial })
}

/**
 * Returns the documented response for a status. If HTTP forbids a body for this status, the response has no content.
 */
function responseTo(operation: Operation, { exchange }: Execution, status: number): Response | undefined {
  const response = responseFor(operation, status)
  const isBodiless = whyBodiless(exchange?.request.method ?? operation.method, String(status)) !== undefined
  return response === undefined || !isBodiless ? response : { ...response, content: [] }
}

/**
 * Returns the documented media type for a content type. An entry for exactly this type takes precedence over `text/*`,
 * and `text/*` takes precedence over the range for all types. Among several entries of the same type, an entry with
 * equal parameters takes precedence. OpenAPI 3.1.1 §4.8.14.
 */
export function mediaTypeFor(response: Response, contentType: string): MediaType | undefined {
  const essence = essenceOf(contentType)
  const [type = ''] = essence.split('/')
  const byEssence = mediaTypesOf(response)
  const under = byEssence.get(essence) ?? byEssence.get(`${type}/*`) ?? byEssence.get('*/*')
  return under?.find(({ range }) => hasParametersOf(contentType, range)) ?? under?.[0]
}

function hasParametersOf(contentType: string, range: string): boolean {
  if (!range.includes(';')) return true
  const parametersOf = (text: string): string[] => text.toLowerCase().replaceAll(/["\s]/g, '').split(';').slice(1)
  const own = new Set(parametersOf(contentType))
  return parametersOf(range).every((each) => own.has(each))
}

/** Returns the media types of a response in document order. The key is the type without parameters. */
function mediaTypesOf(response: Response): ReadonlyMap<string, readonly MediaType[]> {
  const known = byEssenceOf.get(response)
  if (known !== undefined) return known
  const byEssence = new Map<string, MediaType[]>()
  for (const mediaType of response.content) {
    const essence = essenceOf(mediaType.range)
    byEssence.set(essence, [...(byEssence.get(essence) ?? []), mediaType])
  }
  byEssenceOf.set(response, byEssence)
  return byEssence
}

const byEssenceOf = new WeakMap<Response, ReadonlyMap<string, readonly MediaType[]>>()

/** Returns the media type in a header `Content-Type`: in lower case, without parameters. RFC 9110 §8.3.1. */
export function essenceOf(contentType: string): string {
  const end = contentType.indexOf(';')
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
}

/** Returns the JSON body of the response. Returns undefined for other bodies, and for bodies that a mock generated. */
export function jsonOf(evidence: Evidence): Json | undefined {
  if (evidence.isDrawn) return undefined
  return evidence.body.kind === 'json' ? evidence.body.value : undefined
}

/** Returns the schema keywords that apply to the response body. Cached. */
export function evaluationsOf(evidence: Evidence): readonly Evaluation[] {
  return evaluatedBody(evidence).evaluations
}

/** Returns the patterns of the schema that were not evaluated, because a text in the response body is too long. */
export function unrunPatternsOf(evidence: Evidence): readonly UnrunPattern[] {
  return evaluatedBody(evidence).unrun
}

/** Returns the discriminators in the response body whose value names no schema. */
export function unnamedChoicesOf(evidence: Evidence): readonly UnnamedChoice[] {
  return evaluatedBody(evidence).unnamed
}

const evaluatedBody = computeOnce((evidence: Evidence): ReturnType<typeof evaluateOrSkip> => {
  const schema = evidence.mediaType?.schema
  const body = jsonOf(evidence)
  return schema === undefined || body === undefined ? NOT_EVALUATED : evaluateOrSkip(schema, body, 'response')
})

/** Returns the keywords of the documented schema that the response body violates. Cached. */
export const bodyMismatches = computeOnce((evidence: Evidence): readonly SchemaMismatch[] => {
  const schema = evidence.mediaType?.schema
  const body = jsonOf(evidence)
  return schema === undefined || body === undefined ? [] : compileSchema(schema).check(body, 'response')
})

const NOT_EVALUATED = { evaluations: [], unrun: [], unnamed: [] }

/** Returns the statuses that are correct for a case. */
export function expectedStatuses(operation: Operation, execution: Execution): readonly string[] {
  const { expect } = execution.case
  switch (expect.kind) {
    case 'status':
      return [expect.status, ...expect.accept]
    case 'locked-out':
      return expect.statuses
    case 'unsupported-method':
      return UNSUPPORTED
    default:
      return statusesOf(operation, expect.kind, expect.kind === 'refused' ? expect.part : '')
  }
}

const UNSUPPORTED: readonly string[] = ['405']

/**
 * Returns the documented statuses for one kind of request. For a request that must be refused, `part` is its invalid
 * part. Cached.
 */
function statusesOf(
  operation: Operation,
  kind: 'accepted' | 'refused' | 'documented',
  part: string,
): readonly string[] {
  const ofOperation = statuses.get(operation) ?? new Map<string, readonly string[]>()
  if (ofOperation.size === 0) statuses.set(operation, ofOperation)
  const key = `${kind} ${part}`
  const known = ofOperation.get(key)
  if (known !== undefined) return known
  const found =
    kind === 'accepted'
      ? successes(operation)
      : kind === 'refused'
        ? refusals(operation, part)
        : operation.responses.map(({ status }) => status).filter((status) => !status.startsWith('5'))
  ofOperation.set(key, found)
  return found
}

const statuses = new WeakMap<Operation, Map<string, readonly string[]>>()

/** True if the status is correct for the case. `default` means every status that the document does not list. */
export function isExpected({ execution, status, expected }: Evidence): boolean {
  const { kind } = execution.case.expect
  if (kind === 'accepted' && status >= 400) return false
  if (kind === 'documented' && status >= 500) return false
  return isOneOf(status, expected)
}

/** Returns the documented statuses of accepted requests: 2xx, 3xx and `default`. */
function successes({ responses }: Operation): string[] {
  const statuses = responses.map(({ status }) => status)
  const positive = statuses.filter((status) => /^[23](\d\d|XX)$/.test(status))
  return statuses.includes('default') ? [...positive, 'default'] : positive
}

/** Statuses with which a server may refuse a valid request, because of the server's data or the caller's rights. */
export const SERVER_DATA: ReadonlySet<number> = new Set([401, 402, 403, 404, 409, 410, 412, 423, 424, 428, 429, 451])

/**
 * Returns why a response proves nothing about its case: the document has no response for such a request, or the status
 * depends on the data of a live server. Returns undefined if the response proves something.
 */
export function decidedElsewhere(evidence: Evidence): string | undefined {
  const { execution, status, response } = evidence
  const { expect, as } = execution.case
  const { target } = execution
  if (as !== 'partner' || (expect.kind !== 'accepted' && expect.kind !== 'refused')) return undefined
  const hasAnswer = evidence.expected.length > 0
  if (expect.kind === 'refused' && !hasAnswer && status >= 400 && status < 500) {
    return 'the document has no response for a refused request'
  }
  const isUnknownState = target.name === 'live' && !target.shows.state
  if (refusesAlternative(evidence)) return undefined
  if (isUnknownState && SERVER_DATA.has(status) && !isExpected(evidence)) {
    return `the response depends on data on the server: ${status}`
  }
  if (response === undefined) return undefined
  if (expect.kind === 'accepted' && !hasAnswer) return 'the document has no response for an accepted request'
  if (isUnknownState && expect.kind === 'accepted' && [400, 422].includes(status) && sendsJsonPatch(execution)) {
    return `a JSON Patch may not fit the resource: ${status}`
  }
  if (
    isUnknownState &&
    expect.kind === 'accepted' &&
    [400, 415, 422].includes(status) &&
    sendsUndescribedBody(evidence)
  ) {
    return `the document does not describe the body, and the server refuses a made-up one: ${status}`
  }
  const isRefused = isUnknownState && expect.kind === 'accepted' && [400, 422].includes(status)
  if (isRefused && saysMissing(Buffer.from(evidence.answer.body).toString())) {
    return `the server says that a resource which the request refers to does not exist: ${status}`
  }
  return isUnknownState && status < 500 && hasOpaqueParameter(evidence)
    ? `the server refuses a value that it did not issue: ${status}`
    : undefined
}

/**
 * True if the request body is a JSON Patch. A server refuses a patch that does not fit the resource (RFC 6902 §5, RFC
 * 5789 §2.2), but a schema cannot say which patches fit.
 */
function sendsJsonPatch({ exchange }: Execution): boolean {
  const type = exchange && headerOf(exchange.request, 'content-type')
  return type?.startsWith('application/json-patch+json') === true
}

/**
 * True if the case sends a body although the document describes this body with neither a schema keyword nor an example.
 */
function sendsUndescribedBody({ execution, operation: { requestBody } }: Evidence): boolean {
  const isUndescribed = ({ schema, examples }: MediaType): boolean =>
    examples.length === 0 && (schema === undefined || listKeywords(schema, 'request').length === 0)
  return execution.sent?.body !== undefined && requestBody?.content.every(isUndescribed) === true
}

/** True if the case tests a security alternative and the server refuses the credentials of this alternative. */
export function refusesAlternative({ execution, status }: Pick<Evidence, 'execution' | 'status'>): boolean {
  const { access, expect } = execution.case
  return access !== undefined && expect.kind === 'accepted' && (status === 401 || status === 403)
}

/**
 * True if the server may have refused the request because of an optional text parameter, such as a page cursor. The
 * server may accept only values that it issued itself. A random request is not about one parameter, so each parameter
 * that it sends counts.
 */
function hasOpaqueParameter({ execution, operation, status, response }: Evidence): boolean {
  const { about = '', expect, maker } = execution.case
  const { sent } = execution
  if (expect.kind !== 'accepted' || status < 400 || response === undefined) return false
  return operation.parameters.some(
    (each) =>
      isOpaque(each) &&
      (about.startsWith(`${operation.id}${each.pointer}/`) ||
        (maker === EXPLORE && (sent?.query[each.name] ?? sent?.headers[each.name]) !== undefined)),
  )
}

function isOpaque({ required, schema }: Parameter): boolean {
  const keywords = schema?.value
  if (required || !isObject(keywords) || keywords['type'] !== 'string') return false
  return ['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength'].every((name) => keywords[name] === undefined)
}

/**
 * True if the request contains a credential for one of the operation's schemes. Also true if the operation needs no
 * credentials.
 */
export function carriesCredentials({ operation, execution }: Pick<Evidence, 'operation' | 'execution'>): boolean {
  const { headers = [], target = '' } = execution.exchange?.request ?? {}
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  const schemes = operation.security.flatMap((requirement) => requirement.schemes)
  if (schemes.length === 0 || operation.security.some((requirement) => requirement.schemes.length === 0)) return true
  return schemes.some(({ type, in: place, parameter = '' }) => {
    if (type !== 'apiKey') return names.has('authorization')
    if (place === 'query') return new URLSearchParams(target.split('?')[1] ?? '').has(parameter)
    return names.has(place === 'cookie' ? 'cookie' : parameter.toLowerCase())
  })
}

/**
 * Returns the documented statuses for a refused request: 400 and 422. If neither is documented, returns every
 * documented 4xx except 401, 403, 409 and 429. Adds 415 for a wrong content type, 404 for a wrong path parameter, and
 * 412 and 428 (RFC 6585 §3) for a wrong header.
 */
export function refusals(operation: Operation, part: string): string[] {
  const documented = (status: string): boolean => responseFor(operation, Number(status)) !== undefined
  const plain = ['400', '422'].filter(documented)
  const other = operation.responses
    .map((response) => response.status)
    .filter((status) => /^4(\d\d|XX)$/.test(status) && !['401', '403', '409', '429'].includes(status))
  const base = plain.length > 0 ? plain : other
  return [
    ...new Set([
      ...base,
      ...(part === 'content-type' && documented('415') ? ['415'] : []),
      ...(part === 'path' && documented('404') ? ['404'] : []),
      ...(part === 'header' ? ['412', '428'].filter(documented) : []),
    ]),
  ]
}

/** True if a status matches one of the patterns, such as `404`, `4XX` or `default`. */
export function isOneOf(status: number, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) => pattern === String(status) || pattern === `${Math.floor(status / 100)}XX` || pattern === 'default',
  )
}

export { isJson }
