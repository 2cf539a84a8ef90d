import type { Json } from '../json.ts'
import type { Variable } from '../invariants/compile-rule.ts'
import type { ContractInvariant, InvariantsOfResponse, PartsRead } from './contract.ts'
import { computeOnce } from './compute-once.ts'
import { decodeBySchema, decodeParameters } from '../invariants/decode-by-schema.ts'
import { evaluationsOf, jsonOf, bodyMismatches, type Evidence } from './evidence.ts'
import type { Evaluation } from '../schemas/schema.ts'
import type { Sent } from './execution.ts'
import { headerOf } from '../exchanges/exchange.ts'
import { tokens, valueAt } from '../document/json-pointer.ts'

/**
 * The result of an invariant for one value of a response. `nothing-to-say`: the invariant does not apply, because
 * `when` is false or a field is absent. `fault`: the invariant itself is wrong, for example because its result is not a
 * boolean.
 */
export interface InvariantAnswer {
  readonly placed: ContractInvariant
  readonly at: string
  readonly kind: 'passed' | 'failed' | 'nothing-to-say' | 'fault' | 'not-applicable'
  readonly because?: string
}

/**
 * Evaluates all invariants of the documented response and returns their results. A number becomes a CEL integer if the
 * schema declares it as an integer. Cached, because the rule `invariant` and the coverage both need the results.
 */
export const invariantAnswers = computeOnce((evidence: Evidence): readonly InvariantAnswer[] => {
  const { contract, response, mediaType } = evidence
  const body = jsonOf(evidence)
  if (response === undefined || body === undefined) return []
  const asked = contract.invariantsOf.get(response.status)
  if (asked === undefined || asked.invariants.length === 0) return []
  const schema = mediaType?.schema
  const evaluations = evaluationsOf(evidence)
  const decoded = schema === undefined ? body : decodeBySchema(body, schema, 'response', evaluations)
  const absent = absentVariables(evidence)
  const common = variablesOf(evidence, asked, absent)
  const atRoot = { ...common, self: decoded }
  const places = placesOf(asked.along, evaluations)
  const answers: InvariantAnswer[] = []
  const invalid = invalidNames(evidence)
  for (const placed of asked.invariants) {
    if (readsInvalid(placed, invalid)) continue
    const along = schema === undefined ? undefined : placed.along
    const without = absentAmong(placed, absent)
    for (const at of along === undefined ? ROOT : (places.get(along.pointer) ?? [])) {
      if (without !== undefined) answers.push(withoutValue(placed, at, without))
      else answers.push(ask(placed, at, at === '' ? atRoot : { ...common, self: valueAt(decoded as Json, at) }))
    }
  }
  return answers
})

const ROOT: readonly string[] = ['']

/**
 * Returns the property names in the paths of the invalid parts of the body. The result contains `''` if the body itself
 * is invalid, such as a list instead of an object.
 */
function invalidNames(evidence: Evidence): ReadonlySet<string> {
  const places = bodyMismatches(evidence)
  if (places.length === 0) return VALID
  return new Set(places.flatMap(({ at }) => (at === '' ? [''] : tokens(at).filter((token) => !/^\d+$/.test(token)))))
}

const VALID: ReadonlySet<string> = new Set()

/**
 * True if an invariant may read an invalid part of the body. This is the case if the body itself is invalid, or if the
 * invariant contains the name of an invalid property. It is also the case if the invariant uses the whole value `self`.
 */
function readsInvalid({ invariant }: ContractInvariant, invalid: ReadonlySet<string>): boolean {
  if (invalid.size === 0) return false
  const text = `${invariant.rule} ${invariant.when ?? ''}`
  if (invalid.has('') || /\bself\b(?!\.|\[)/.test(text)) return true
  const words = new Set(text.match(/[\p{L}\p{N}_$-]+/gu) ?? [])
  return [...invalid].some((name) => words.has(name))
}

/**
 * Returns the JSON Pointers of the values that `self` means. The key is the pointer of the schema keyword that applies
 * to these values.
 */
function placesOf(
  along: ReadonlySet<string>,
  evaluations: readonly Evaluation[],
): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const { pointer, at } of evaluations) {
    if (!along.has(pointer)) continue
    const known = places.get(pointer)
    if (known === undefined) places.set(pointer, [at])
    else known.push(at)
  }
  return places
}

/** Returns the first variable that an invariant uses and that has no value. */
function absentAmong({ names }: ContractInvariant, absent: ReadonlySet<Variable>): Variable | undefined {
  return absent.size === 0 ? undefined : names.find((name) => absent.has(name))
}

function withoutValue(placed: ContractInvariant, at: string, name: Variable): InvariantAnswer {
  const because = `the rule uses ${name}, which has no value in this exchange`
  return { placed, at, kind: 'not-applicable', because }
}

function ask(placed: ContractInvariant, at: string, values: Partial<Record<Variable, unknown>>): InvariantAnswer {
  if (placed.when !== undefined) {
    const when = placed.when.evaluate(values)
    if (when.kind !== 'value') return { placed, at, kind: when.kind, because: when.because }
    if (when.value !== true)
      return { placed, at, kind: 'nothing-to-say', because: 'the condition `when` of the rule is false' }
  }
  const answer = placed.rule.evaluate(values)
  if (answer.kind !== 'value') return { placed, at, kind: answer.kind, because: answer.because }
  if (typeof answer.value !== 'boolean')
    return { placed, at, kind: 'fault', because: 'the result of the rule is neither true nor false' }
  return { placed, at, kind: answer.value ? 'passed' : 'failed' }
}

/**
 * Returns the CEL variables that have no value in an exchange. The responses of a mock do not depend on the request, so
 * `request`, `given` and `before` have no value there.
 */
function absentVariables({ execution: { target, sent, given, before } }: Evidence): ReadonlySet<Variable> {
  if (target.name === 'mock' || sent === undefined) return OF_SERVERS
  if (given !== undefined && before?.subject != null) return NONE
  return new Set<Variable>([
    ...(given === undefined ? (['given'] as const) : []),
    ...(before?.subject == null ? (['before'] as const) : []),
  ])
}

const OF_SERVERS: ReadonlySet<Variable> = new Set(['request', 'given', 'before'])
const NONE: ReadonlySet<Variable> = new Set()

/** Returns the values of the CEL variables. A value contains only the parts that the invariants read. */
function variablesOf(
  evidence: Evidence,
  { invariants, reads }: InvariantsOfResponse,
  absent: ReadonlySet<Variable>,
): Partial<Record<Variable, unknown>> {
  const { sent, given, before } = evidence.execution
  const values: Partial<Record<Variable, unknown>> = {}
  const partsOf = (name: Variable): PartsRead | undefined => (absent.has(name) ? undefined : reads.get(name))
  const isAsked = ({ names }: ContractInvariant): boolean =>
    names.includes('response') && !names.some((name) => absent.has(name))
  const ofResponse = reads.get('response')
  if (ofResponse !== undefined && (absent.size === 0 || invariants.some(isAsked)))
    values.response = responseParts(evidence, ofResponse)
  const ofRequest = partsOf('request')
  if (ofRequest !== undefined && sent !== undefined) values.request = requestParts(evidence, sent, ofRequest)
  if (partsOf('given') !== undefined && given !== undefined) values.given = decodeWhole(given)
  if (partsOf('before') !== undefined && before?.subject != null) {
    const schema = evidence.mediaType?.schema
    values.before = schema === undefined ? before.subject : decodeBySchema(before.subject, schema, 'response')
  }
  return values
}

function responseParts({ answer, execution }: Evidence, reads: PartsRead): object {
  const values: Record<string, unknown> = {}
  if (isRead(reads, 'headers')) values['headers'] = Object.fromEntries(answer.headers)
  if (isRead(reads, 'date')) {
    // Uses the server's clock, because times that the server stored come from that clock. Without the header `Date`,
    // uses the time at which the gate sent the request.
    const date = Date.parse(headerOf(answer, 'date') ?? execution.exchange?.sentAt ?? '')
    if (!Number.isNaN(date)) values['date'] = new Date(date).toISOString()
  }
  return values
}

function requestParts({ execution, operation }: Evidence, sent: Sent, reads: PartsRead): object {
  const { body, headers } = sent
  const values: Record<string, unknown> = {}
  if (isRead(reads, 'path')) values['path'] = decodeParameters(sent.path, 'path', operation)
  if (isRead(reads, 'query')) values['query'] = decodeParameters(sent.query, 'query', operation)
  if (isRead(reads, 'headers')) values['headers'] = headers
  if (isRead(reads, 'body') && body !== undefined) {
    const schema = operation.requestBody?.content[0]?.schema
    values['body'] = schema === undefined ? body : decodeBySchema(body, schema, 'request')
  }
  if (isRead(reads, 'sentAt') && execution.exchange !== undefined) values['sentAt'] = execution.exchange.sentAt
  return values
}

function isRead(reads: PartsRead, name: string): boolean {
  return reads === 'all' || reads.has(name)
}

/** Converts a value that has no schema to a CEL value. A whole number becomes an integer. */
function decodeWhole(value: Json): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map((item: Json) => decodeWhole(item))
  if (typeof value === 'object' && value !== null) {
    const decoded: Record<string, unknown> = { ...value }
    for (const key of Object.keys(decoded)) decoded[key] = decodeWhole(decoded[key] as Json)
    return decoded
  }
  return value
}
