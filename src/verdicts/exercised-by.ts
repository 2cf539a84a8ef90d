import { pointer as join } from '../document/json-pointer.ts'
import type { Finding } from './finding.ts'
import { headerOf } from '../exchanges/exchange.ts'
import { isObject, type Json } from '../json.ts'
import type { Parameter } from '../operations/operation.ts'
import { parseParameter } from '../operations/read/parse-parameter.ts'
import { listKeywords } from '../schemas/list-keywords.ts'
import { evaluate } from '../schemas/list-evaluations.ts'
import type { Keyword, Schema } from '../schemas/schema.ts'
import { typesOf } from '../schemas/types-of.ts'
import { invariantAnswers } from '../evidence/ask-invariants.ts'
import { decodeScalar } from '../invariants/decode-scalar.ts'
import { decodeHeaderText } from '../evidence/response/decode-header.ts'
import {
  decidedElsewhere,
  essenceOf,
  evaluationsOf,
  isAccepted,
  isExpected,
  type Evidence,
} from '../evidence/evidence.ts'
import { STAGES, type Stage } from '../rules/rule.ts'
import type { Sent } from '../evidence/execution.ts'

/**
 * Returns the ids of the clauses that a response tested. These are the expected status, the keywords that applied to
 * the response, and the keywords of the request. A keyword of the request is tested if a valid value was accepted or an
 * invalid value was refused. Ignores the stages after `reached`, the first stage with a finding.
 */
export function exercisedBy(evidence: Evidence, reached: number, findings: readonly Finding[]): string[] {
  const passed = (stage: Stage): boolean => reached > STAGES.indexOf(stage)
  const at = (stage: Stage): boolean => reached >= STAGES.indexOf(stage)
  if (evidence.execution.case.expect.kind === 'unsupported-method') return []
  // A failed clause counts as tested. A disproved assumption does not, because it may concern only one scenario.
  const broken = findings.filter((finding) => finding.level !== 'assumption')
  const ids = new Set<string>(broken.map((finding) => finding.clause))
  const { idsBelow } = evidence.contract
  const add: Add = (base, below = '', half) => void ids.add(idsBelow(base, half)(below))
  if (passed('status')) {
    statusOf(evidence, add)
    requestOf(evidence, add, ids)
    securityOf(evidence, ids)
  }
  if (passed('content-type') && evidence.mediaType !== undefined) add(evidence.mediaType.pointer)
  if (at('schema')) responseOf(evidence, ids)
  if (at('schema')) {
    for (const answer of invariantAnswers(evidence)) {
      if (answer.kind === 'passed' || answer.kind === 'failed') add(answer.placed.pointer)
    }
  }
  if (at('frame')) updateOf(evidence, add)
  return [...ids]
}

type Add = (base: string, below?: string, half?: 'accepts' | 'refuses') => void

function statusOf(evidence: Evidence, add: Add): void {
  if (evidence.response !== undefined && isExpected(evidence)) add(evidence.response.pointer)
}

function requestOf(evidence: Evidence, add: Add, ids: Set<string>): void {
  const { execution, operation } = evidence
  const { negative, expect } = execution.case
  const isJudged = expect.kind === 'refused' && decidedElsewhere(evidence) === undefined
  if (isJudged && negative !== undefined) add(negative.clause, '', 'refuses')
  const { sent } = execution
  if (!isAccepted(evidence) || sent === undefined) return
  for (const parameter of operation.parameters) {
    const raw = sentValue(parameter, sent)
    if (raw === undefined) continue
    if (parameter.required) add(parameter.pointer, '/required', 'accepts')
    if (parameter.schema === undefined) continue
    const value = typeof raw === 'string' ? decodeScalar(raw, typesOf(parameter.schema)) : raw
    addAccepted(parameter.schema, value, parameter.in !== 'path', evidence, ids)
  }
  const body = operation.requestBody
  if (body === undefined || sent.body === undefined) return
  if (body.required) add(body.pointer, '/required', 'accepts')
  add(body.pointer, '/content', 'accepts')
  const type = headerOf({ headers: execution.exchange?.request.headers ?? [] }, 'content-type')
  const mediaType = body.content.find((each) => type !== undefined && essenceOf(each.range) === essenceOf(type))
  if (mediaType === undefined) return
  add(mediaType.pointer, '', 'accepts')
  if (mediaType.schema !== undefined) addAccepted(mediaType.schema, sent.body, true, evidence, ids)
}

function sentValue(parameter: Parameter, { path, query, headers }: Sent): Json | undefined {
  const { Cookie: cookies } = headers
  if (parameter.in === 'cookie') return typeof cookies === 'string' ? parseParameter(parameter, cookies) : undefined
  return { path, query, header: headers }[parameter.in][parameter.name]
}

/**
 * Adds the clauses that an accepted request tested. Only a value exactly at the bound tests a bound such as `maximum`.
 * Exception: if cases cannot choose the value (`isFree` is false), any value tests the bound.
 */
function addAccepted(schema: Schema, value: Json, isFree: boolean, { contract }: Evidence, ids: Set<string>): void {
  const keywords = keywordsByPointer(schema)
  const idOf = contract.idsBelow(schema.pointer, 'accepts')
  for (const each of evaluate(schema, value, 'request')) {
    const keyword = isFree ? keywords.get(each.pointer) : undefined
    if (keyword !== undefined && !isServerData(keyword) && !isAtBound(keyword, each.value)) continue
    ids.add(idOf(each.pointer))
  }
}

function isServerData(keyword: Keyword): boolean {
  return isObject(keyword.schema.value) && keyword.schema.value['x-server-data'] === true
}

function isAtBound({ name, value: bound }: Keyword, value: Json): boolean {
  switch (name) {
    case 'minLength':
    case 'maxLength':
      return typeof value !== 'string' || [...value].length === bound
    case 'minimum':
    case 'maximum':
      return (typeof value !== 'number' && typeof value !== 'bigint') || value === bound
    case 'minItems':
    case 'maxItems':
      return !Array.isArray(value) || value.length === bound
    case 'minProperties':
    case 'maxProperties':
      return !isObject(value) || Object.keys(value).length === bound
    default:
      return true
  }
}

const indexes = new WeakMap<object, ReadonlyMap<string, Keyword>>()

function keywordsByPointer(schema: Schema): ReadonlyMap<string, Keyword> {
  if (typeof schema.value !== 'object') return new Map()
  let index = indexes.get(schema.value)
  if (index === undefined) {
    index = new Map(listKeywords(schema, 'request').map((keyword) => [keyword.pointer, keyword]))
    indexes.set(schema.value, index)
  }
  return index
}

/**
 * Adds the ids of the tested halves of security clauses. Each security clause has two halves. `given`: valid
 * credentials are accepted. `withheld`: a request without them is refused. If a request with valid credentials is
 * accepted, `given` of its security alternative is tested. If a request without valid credentials is refused,
 * `withheld` of all alternatives is tested. If the document requires no credentials, an accepted request tests
 * `withheld` too.
 */
function securityOf(evidence: Evidence, ids: Set<string>): void {
  const { contract, operation, execution } = evidence
  const { as, expect, access } = execution.case
  const { alternative = access?.alternative } = execution
  const isGiven = as === 'partner' && isAccepted(evidence)
  const isOpen = operation.security.some(({ pointer, schemes }) => pointer === alternative && schemes.length === 0)
  for (const { pointer } of operation.security) {
    const id = contract.idsBelow(pointer)('')
    if (isGiven && (alternative === undefined || alternative === pointer)) ids.add(`${id}?given`)
    if (isGiven ? isOpen : isWithheld(as, expect.kind)) ids.add(`${id}?withheld`)
  }
}

/** True if the case sent missing or malformed credentials. */
function isWithheld(role: string, kind: string): boolean {
  return (role === 'anonymous' || role === 'malformed') && (kind === 'locked-out' || kind === 'status')
}

function responseOf(evidence: Evidence, ids: Set<string>): void {
  const { response, answer, mediaType, contract } = evidence
  for (const header of response?.headers ?? []) {
    const text = headerOf(answer, header.name)
    if (text === undefined) continue
    ids.add(contract.idsBelow(header.pointer)('/required'))
    const { schema } = header
    if (schema === undefined) continue
    const idOf = contract.idsBelow(schema.pointer)
    for (const each of evaluate(schema, decodeHeaderText(text, header), 'response')) ids.add(idOf(each.pointer))
  }
  const idOf = contract.idsBelow(mediaType?.schema?.pointer ?? '')
  for (const each of evaluationsOf(evidence)) ids.add(idOf(each.pointer))
}

function updateOf(evidence: Evidence, add: Add): void {
  const { operation, execution } = evidence
  if (operation.update === undefined || execution.before?.subject == null || execution.later?.subject == null) return
  if (evidence.status >= 400) return add('/x-update/refused')
  const sent = execution.sent?.body
  const fields = isObject(sent) ? Object.keys(sent) : []
  const [field] = fields
  if (isAccepted(evidence) && fields.length === 1 && field !== undefined) add(`/x-update${join(field)}`)
}
