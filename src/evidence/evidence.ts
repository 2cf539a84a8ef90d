import { headerOf, isAnswer, type RawAnswer } from '../exchanges/exchange.ts'
import { isObject, type Json } from '../json.ts'
import { responseFor, whyBodiless, type MediaType, type Operation, type Response } from '../operations/operation.ts'
import { parseAnswer, type ParsedBody } from './parse-answer.ts'
import type { OperationContract } from './contract.ts'
import type { Execution } from './execution.ts'
import { isJson } from '../operations/media-types.ts'
import type { Evaluation } from '../schemas/schema.ts'
import { evaluate } from '../schemas/list-evaluations.ts'

/** One answered execution, prepared for the rules. */
export interface Evidence {
  readonly contract: OperationContract
  readonly operation: Operation
  readonly execution: Execution
  readonly answer: RawAnswer
  readonly status: number
  /** The documented response for the status. */
  readonly response?: Response
  readonly contentType?: string
  /** The documented media type for the content type. */
  readonly mediaType?: MediaType
  readonly body: ParsedBody
  /** The statuses that the case accepts as right. */
  readonly expected: readonly string[]
  /** True if a mock generated the body from the schema: then the body is no evidence. */
  readonly isDrawn: boolean
}

/** True for a 2xx. */
export function isAccepted(evidence: Pick<Evidence, 'status' | 'response'>): boolean {
  return evidence.status >= 200 && evidence.status < 300
}

/** True if the request body is a merge patch, RFC 7396. */
export function isMergePatch({ execution }: Pick<Evidence, 'execution'>): boolean {
  const type = headerOf({ headers: execution.exchange?.request.headers ?? [] }, 'content-type') ?? ''
  return essenceOf(type) === 'application/merge-patch+json'
}

/** Matches an execution's answer to its contract; undefined if there is no answer. */
export function evidenceOf(contract: OperationContract, execution: Execution): Evidence | undefined {
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
    body: parseAnswer(answer.body, contentType),
    expected: expectedStatuses(operation, execution),
    isDrawn: execution.target.name === 'mock' && mediaType?.examples.length === 0,
  }
}

/** The documented response for a status, without content if HTTP allows no body there. */
function responseTo(operation: Operation, { exchange }: Execution, status: number): Response | undefined {
  const response = responseFor(operation, status)
  const isBodiless = whyBodiless(exchange?.request.method ?? operation.method, String(status)) !== undefined
  return response === undefined || !isBodiless ? response : { ...response, content: [] }
}

/**
 * The documented media type for a content type: an exact match, by its parameters if several differ in them, then
 * `type/*`, then any. OpenAPI 3.1.1 §4.8.14.
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

/** The media types of a response by range without parameters, in document order. */
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

/** Type and subtype without parameters, in lower case. RFC 9110 §8.3.1. */
export function essenceOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

/** The JSON value of the response, unless a mock generated it. */
export function jsonOf(evidence: Evidence): Json | undefined {
  if (evidence.isDrawn) return undefined
  return evidence.body.kind === 'json' ? evidence.body.value : undefined
}

/** The keywords of the schema that apply to the response body, evaluated once. */
export function evaluationsOf(evidence: Evidence): readonly Evaluation[] {
  const known = evaluated.get(evidence)
  if (known !== undefined) return known
  const schema = evidence.mediaType?.schema
  const body = jsonOf(evidence)
  const found = schema === undefined || body === undefined ? [] : evaluate(schema, body, 'response')
  evaluated.set(evidence, found)
  return found
}

const evaluated = new WeakMap<Evidence, readonly Evaluation[]>()

/** The statuses that a case accepts as right. */
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

/** The statuses that an operation documents for a kind of request, computed once. */
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

/** True if the status is one that the case accepts as right. `default` covers what no other entry does. */
export function isExpected({ execution, status, expected }: Evidence): boolean {
  const { kind } = execution.case.expect
  if (kind === 'accepted' && status >= 400) return false
  if (kind === 'documented' && status >= 500) return false
  return isOneOf(status, expected)
}

/** Statuses by which a document accepts a request: 2xx and 3xx, and what `default` covers of them. */
function successes({ responses }: Operation): string[] {
  const statuses = responses.map(({ status }) => status)
  const positive = statuses.filter((status) => /^[23](\d\d|XX)$/.test(status))
  return statuses.includes('default') ? [...positive, 'default'] : positive
}

/** Statuses that depend on the data of the server or on the caller, not on the validity of the request. */
export const SERVER_DATA: ReadonlySet<number> = new Set([401, 403, 404, 409, 410, 412, 423, 428, 429])

/**
 * The reason why a response says nothing about its case: the document has no response for it, or, on a live server
 * without provider states, a documented status depends on the data there.
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
  if (isUnknownState && SERVER_DATA.has(status) && !isExpected(evidence)) {
    return `the data on the server decided: ${status}`
  }
  if (response === undefined) return undefined
  if (expect.kind === 'accepted' && !hasAnswer) return 'the document has no response for an accepted request'
  return isUnknownState && status < 500 && isOpaqueParameter(evidence)
    ? `the server did not issue this value and refuses it: ${status}`
    : undefined
}

/**
 * True if the case is about a query or header parameter that may be any string, like a cursor. A schema allows its values
 * without a promise that the server knows each of them.
 */
function isOpaqueParameter({ execution, operation, status, response }: Evidence): boolean {
  const { about = '', expect } = execution.case
  if (expect.kind !== 'accepted' || status < 400 || response === undefined) return false
  const parameter = operation.parameters.find((each) => about.startsWith(`${operation.id}${each.pointer}/`))
  const schema = parameter?.schema?.value
  if (parameter === undefined || parameter.required || !isObject(schema) || schema['type'] !== 'string') return false
  return ['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength'].every((name) => schema[name] === undefined)
}

/** True if the request carried a credential for one of the operation's security schemes, or needs none. */
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
 * Statuses by which a document refuses an invalid request: documented 400 or 422; also 415 for a content type
 * and 404 for a path parameter. Where neither 400 nor 422 is documented, any 4xx but 401, 403, 409 and 429.
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
    ]),
  ]
}

/** True if a status matches one of the patterns, like `404`, `4XX` or `default`. */
export function isOneOf(status: number, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) => pattern === String(status) || pattern === `${Math.floor(status / 100)}XX` || pattern === 'default',
  )
}

export { isJson }
