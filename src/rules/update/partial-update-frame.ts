import { isObject, type Json, type JsonObject } from '../../json.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { fieldsOf } from '../../operations/read-update.ts'
import type { UpdateField, UpdateRule } from '../../operations/annotations.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import { essenceOf, isAccepted, jsonOf, type Evidence } from '../../evidence/evidence.ts'
import type { RuleFault, Rule } from '../rule.ts'
import { documentedPart } from '../../evidence/documented-part.ts'
import { sameUuid, sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/shape-of.ts'
import { shifted } from '../../evidence/shifted.ts'

export const partialUpdateFrame: Rule = {
  id: 'partial_update_frame',
  title: 'A partial update stores what was sent and changes nothing else',
  why: 'An update that is answered 200 and not stored, or that clears another field, loses data although every schema matches.',
  fix: 'store the fields of the request, leave all others alone, or document what follows them with x-follows',
  examples: {
    passes: 'PATCH /orders/7 {"due": …} → 200 with the new `due`, all other fields as before',
    fails: 'PATCH /orders/7 {"due": …} → 200 with the new `due` and {"note": null}, which had a value before',
  },
  level: 'error',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response } = evidence
    const { update } = operation
    const sent = execution.sent?.body
    const answer = jsonOf(evidence)
    if (update === undefined || response?.status.startsWith('2') !== true || !isAccepted(evidence)) return []
    if (execution.target.name === 'mock' || !isObject(sent) || !isObject(answer)) return []
    const schema = evidence.mediaType?.schema
    const known = (body: JsonObject | null | undefined): JsonObject | undefined =>
      body === null || body === undefined ? undefined : documentedPart(body, schema)
    return frameFaults(
      update,
      sent,
      documentedPart(answer, schema),
      known(execution.before?.subject),
      known(execution.later?.subject),
      evidence,
    )
  },
}

function frameFaults(
  update: UpdateRule,
  sent: JsonObject,
  answer: JsonObject,
  before: JsonObject | undefined,
  later: JsonObject | undefined,
  evidence: Evidence,
): RuleFault[] {
  const views = [
    { name: 'the response', body: answer },
    ...(later === undefined ? [] : [{ name: 'what is read later', body: later }]),
  ]
  const kept = before === undefined ? [] : namesKept(update, sent, evidence)
  for (const { name, body } of views) {
    const [applied] = update.fields.flatMap((field) => notApplied(field, sent, body, before, name, evidence))
    if (applied !== undefined) return [applied]
    const [touched] = before === undefined ? [] : touchedOf(kept, sent, body, before, name, evidence)
    if (touched !== undefined) return [touched]
  }
  return []
}

function notApplied(
  field: UpdateField,
  sent: JsonObject,
  body: JsonObject,
  before: JsonObject | undefined,
  where: string,
  evidence: Evidence,
): RuleFault[] {
  if (field.readsBack === undefined || !Object.hasOwn(sent, field.name)) return []
  const expected = sent[field.name]
  const received = valueAt(body, field.readsBack)
  if (sameValue(received, expected) || sameUuid(received, expected)) return []
  // RFC 7396 §1: null removes the property.
  if (expected === null && received === undefined && isMergePatch(evidence)) return []
  // A date-time that moved to another instant belongs to `instant_preserved`.
  if (shifted(expected, received) && !sameValue(received, valueAt(before, field.readsBack))) return []
  return [
    {
      pointer: `/x-update/${field.name}`,
      at: field.readsBack,
      message: `${field.name} was sent, and ${where} does not show it`,
      expected: 'the value that was sent',
      received: sameValue(received, valueAt(before, field.readsBack))
        ? `the value from before, ${shapeOf(received)}`
        : shapeOf(received),
      fix: `store ${field.name} and return what is stored, or describe with x-reads-back where it is returned`,
    },
  ]
}

/** The documented fields that must stay as they were: those neither sent nor following a sent field. */
function namesKept(update: UpdateRule, sent: JsonObject, evidence: Evidence): string[] {
  const mayChange = new Set([
    ...update.volatile,
    ...[...update.follows]
      .filter(([, followed]) => followed.some((name) => Object.hasOwn(sent, name)))
      .map(([name]) => name),
    ...update.fields
      .filter((field) => Object.hasOwn(sent, field.name))
      .map((field) => (field.readsBack ?? '').split('/')[1] ?? ''),
  ])
  // Undocumented fields may appear, vanish and change.
  return [...fieldsOf(evidence.mediaType?.schema).keys()].filter((name) => !mayChange.has(name))
}

function touchedOf(
  kept: readonly string[],
  sent: JsonObject,
  body: JsonObject,
  before: JsonObject,
  where: string,
  evidence: Evidence,
): RuleFault[] {
  return kept
    .filter((name) => !sameValue(body[name], before[name]))
    .map((name): RuleFault => {
      const [first = ''] = Object.keys(sent)
      return {
        pointer:
          evidence.operation.update?.fields.some((field) => field.name === first) === true
            ? `/x-update/${first}`
            : '/x-update',
        at: `/${name}`,
        message: `${name} was not sent, and ${where} shows it changed`,
        expected: `as before, ${shapeOf(before[name])}`,
        received: difference(before[name], body[name]),
        cause: `frame ${name}`,
        fix: `leave ${name} unchanged, or document with x-follows or x-volatile why it changes`,
      }
    })
}

function isMergePatch({ execution }: Evidence): boolean {
  const type = headerOf({ headers: execution.exchange?.request.headers ?? [] }, 'content-type') ?? ''
  return essenceOf(type) === 'application/merge-patch+json'
}

function difference(before: Json | undefined, now: Json | undefined): string {
  const shape = shapeOf(now)
  return shape === shapeOf(before) ? `another ${shape}` : shape
}
