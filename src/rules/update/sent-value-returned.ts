import { valueAt } from '../../document/json-pointer.ts'
import { describesChange } from '../../evidence/describes-change.ts'
import { isAccepted, type Evidence } from '../../evidence/evidence.ts'
import { isOtherText } from '../../evidence/is-other-text.ts'
import type { FieldSchemas } from '../../evidence/response/returned-fields.ts'
import { isAlike, sameUuid, sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { shifted } from '../../evidence/shifted.ts'
import { viewsOf, type View } from '../../evidence/views.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const sentValueReturned: Rule = {
  id: 'sent_value_returned',
  title: 'An accepted request stores and returns the values that were sent',
  why: 'A response with the value from before the update means that the update was lost, or that the client shows stale data.',
  fix: 'store the value and return the resource after the update; if the server computes the value, use another property name for it in responses',
  examples: {
    passes: '`count` is documented in request and response. PATCH /orders/7 {"count": 2} → 200 {"count": 2, …}',
    fails: '`count` is documented in request and response. PATCH /orders/7 {"count": 2} → 200 {"count": 1, …}',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const sent = evidence.execution.sent?.body
    if (!stores(evidence) || !isObject(sent)) return []
    const { before, sentBefore = {} } = evidence.execution
    const faults = viewsOf(evidence).map((view) => faultsIn(view, sent, before?.subject ?? undefined, sentBefore))
    return faults.find((found) => found.length > 0) ?? []
  },
}

/**
 * True if the server should already have stored the sent values. After a 202, the server may store the values later
 * (RFC 9110 §15.3.3).
 */
function stores(evidence: Evidence): boolean {
  const { operation, execution, status } = evidence
  if (operation.update !== undefined || execution.target.name === 'mock') return false
  if (execution.case.expect.kind !== 'accepted' || !isAccepted(evidence) || status === 202) return false
  return ['PUT', 'PATCH'].includes(operation.method) || (operation.method === 'POST' && status === 201)
}

function faultsIn(
  { name: where, body, fields }: View,
  sent: JsonObject,
  before: JsonObject | undefined,
  sentBefore: JsonObject,
): RuleFault[] {
  if (body === undefined) return []
  return fields.flatMap(({ name, readsBack, pointer, address, schemas }): RuleFault[] => {
    if (!Object.hasOwn(sent, name)) return []
    const [value = null, received, was] = [sent[name], valueAt(body, readsBack), valueAt(before, readsBack)]
    if (sameValue(value, received) || sameUuid(value, received)) return []
    // If an earlier request sent the same value, the server may already have stored its normalized form. A value that
    // then stays unchanged is not a fault.
    const isRepeated = sameValue(value, sentBefore[name])
    const isStale =
      before !== undefined &&
      !isRepeated &&
      // If an earlier request sent the property too and the property is still absent, responses probably leave it out.
      // This is not a fault.
      !(received === undefined && Object.hasOwn(sentBefore, name)) &&
      sameValue(received, was) &&
      !isAlike(value, was) &&
      !(value === null && isDefault(received, schemas)) &&
      !isUnsaid(value, received)
    // Skips a date-time whose instant was shifted, because the rule `instant_preserved` reports it.
    const isOther =
      isAnother(value, received, where) || (where === 'the response' && isOtherText(value, received, schemas))
    if (!isStale && (shifted(value, received) || !isOther)) return []
    return [
      {
        pointer,
        ...(address === undefined ? {} : { address }),
        at: readsBack,
        message: `${name} was sent, but ${where} has ${isStale ? 'the value from before the update' : 'a different value'}`,
        expected: 'the value that was sent',
        received: shapeOf(received),
        cause: `sent ${name}`,
        ...(describesChange(schemas) ? { level: 'drift' } : {}),
      },
    ]
  })
}

/** True if the value is the default in the document. Some servers store the default when a request sends null. */
function isDefault(value: Json | undefined, schemas: FieldSchemas | undefined): boolean {
  return [schemas?.sent, schemas?.shown].some((schema) => {
    const found = schema?.document.resolve(schema.address).value
    return isObject(found) && found['default'] !== undefined && sameValue(found['default'], value)
  })
}

/**
 * True if an empty value was sent and the response does not have the field. Servers are allowed to leave out default
 * values.
 */
function isUnsaid(value: Json, received: Json | undefined): boolean {
  return received === undefined && (value === null || value === false || value === 0 || value === '')
}

/**
 * True if the received value cannot be the result of the sent value. A server may normalize a text, but must not lose
 * it.
 */
function isAnother(value: Json, received: Json | undefined, where: View['name']): boolean {
  if (typeof value === 'string') return value.trim() !== '' && received === null
  const isExact = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
  return isExact && where === 'the response' && typeof received === typeof value
}
