import type { Json } from '../json.ts'
import type { Variable } from '../invariants/compile-rule.ts'
import type { ContractInvariant } from './contract.ts'
import { decodeBySchema, decodeParameters } from '../invariants/decode-by-schema.ts'
import { jsonOf, type Evidence } from './evidence.ts'
import { evaluate } from '../schemas/walk-value.ts'
import { valueAt } from '../document/json-pointer.ts'

/** What one invariant came to at one place of one answer. */
export interface InvariantAnswer {
  readonly placed: ContractInvariant
  readonly at: string
  readonly kind: 'holds' | 'broken' | 'nothing-to-say' | 'fault' | 'not-applicable'
  readonly because?: string
}

/** Asks every invariant of the answer's response. Values are decoded by their schema first. */
export function invariantAnswers(evidence: Evidence): readonly InvariantAnswer[] {
  const known = answered.get(evidence)
  if (known !== undefined) return known
  const answers = askAll(evidence)
  answered.set(evidence, answers)
  return answers
}

/** Both the rule and the coverage ask. */
const answered = new WeakMap<Evidence, readonly InvariantAnswer[]>()

function askAll(evidence: Evidence): InvariantAnswer[] {
  const { contract, response, mediaType } = evidence
  const body = jsonOf(evidence)
  if (response === undefined || body === undefined) return []
  const asked = contract.invariants.filter((placed) => placed.response.status === response.status)
  if (asked.length === 0) return []
  const decoded = mediaType?.schema === undefined ? body : decodeBySchema(body, mediaType.schema, 'response')
  const common = variablesOf(evidence)
  return asked.flatMap((placed) =>
    placesOf(placed, evidence, body).map((at) => ask(placed, at, { ...common, self: valueAt(decoded as Json, at) })),
  )
}

/** Where `self` is: the root of the body, or every place at which the invariant's schema was asked. */
function placesOf(placed: ContractInvariant, evidence: Evidence, body: Json): string[] {
  const schema = evidence.mediaType?.schema
  const { along } = placed
  if (along === undefined || schema === undefined) return ['']
  return evaluate(schema, body, 'response')
    .filter((each) => each.pointer === along.pointer)
    .map((each) => each.at)
}

function ask(placed: ContractInvariant, at: string, values: Partial<Record<Variable, unknown>>): InvariantAnswer {
  const names = new Set([...placed.rule.names, ...(placed.when?.names ?? [])])
  const without = [...names].find((name) => values[name] === undefined)
  if (without !== undefined) {
    return { placed, at, kind: 'not-applicable', because: `it speaks of ${without}, which has no value here` }
  }
  if (placed.when !== undefined) {
    const when = placed.when.evaluate(values)
    if (when.kind !== 'value') return { placed, at, kind: when.kind, because: when.because }
    if (when.value !== true) return { placed, at, kind: 'nothing-to-say', because: 'its `when` is false' }
  }
  const answer = placed.rule.evaluate(values)
  if (answer.kind !== 'value') return { placed, at, kind: answer.kind, because: answer.because }
  if (typeof answer.value !== 'boolean') return { placed, at, kind: 'fault', because: 'the rule gives no truth value' }
  return { placed, at, kind: answer.value ? 'holds' : 'broken' }
}

/** A mock knows nothing of the request and remembers nothing: there these variables have no value. */
function variablesOf(evidence: Evidence): Partial<Record<Variable, unknown>> {
  const { trial, answer, operation } = evidence
  const response = { headers: Object.fromEntries(answer.headers) }
  const { sent, exchange, given, before } = trial
  if (!trial.target.shows.state || sent === undefined) return { response }
  const requestSchema = operation.requestBody?.content[0]?.schema
  const success = evidence.mediaType?.schema
  const body = sent.body
  return {
    response,
    request: {
      ...decodeParameters(sent, operation),
      headers: sent.headers,
      ...(body === undefined
        ? {}
        : { body: requestSchema === undefined ? body : decodeBySchema(body, requestSchema, 'request') }),
      ...(exchange === undefined ? {} : { sentAt: exchange.sentAt }),
    },
    ...(given === undefined ? {} : { given: decodeWhole(given) }),
    ...(before?.subject == null
      ? {}
      : { before: success === undefined ? before.subject : decodeBySchema(before.subject, success, 'response') }),
  }
}

/** Without a schema, whole numbers are integers. */
function decodeWhole(value: Json): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map((item: Json) => decodeWhole(item))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, decodeWhole(member)]))
  }
  return value
}
