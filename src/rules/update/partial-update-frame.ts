import { isObject, type Json, type JsonObject } from '../../json.ts'
import { pointer, valueAt } from '../../document/json-pointer.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import type { UpdateRule } from '../../operations/annotations.ts'
import { isAccepted, isMergePatch, type Evidence } from '../../evidence/evidence.ts'
import { isMissing } from '../../evidence/response/is-missing.ts'
import type { RuleFault, Rule } from '../rule.ts'
import { documentedPart, isSameSchema, resourceSchema } from '../../evidence/response/documented-part.ts'
import type { ReturnedField } from '../../evidence/response/returned-fields.ts'
import { viewsOf } from '../../evidence/views.ts'
import type { Schema } from '../../schemas/schema.ts'
import { hasMerged, sameRecords, sameUuid, sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { isSameSecond, shifted } from '../../evidence/shifted.ts'

export const partialUpdateFrame: Rule = {
  id: 'partial_update_frame',
  title: 'A partial update stores what was sent and changes nothing else',
  why: 'An update that gets a 200 but is not stored, or that clears another field, loses data although every response matches its schema.',
  fix: 'store the sent fields and leave all others unchanged, or document with x-follows which fields change with them',
  examples: {
    passes: 'PATCH /orders/7 {"due": …} → 200 with the new `due`, all other fields unchanged',
    fails: 'PATCH /orders/7 {"due": …} → 200 with the new `due` and {"note": null}, which had a value before',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response } = evidence
    const { update } = operation
    const sent = execution.sent?.body
    if (update === undefined || response?.status.startsWith('2') !== true || !isAccepted(evidence)) return []
    if (execution.target.name === 'mock' || !isObject(sent)) return []
    const ofResponse = evidence.mediaType?.schema
    const ofReads = execution.readBy === undefined ? ofResponse : resourceSchema(execution.readBy)
    const before = known(execution.before?.subject, ofReads)
    for (const { name, body, fields } of viewsOf(evidence)) {
      const schema = name === 'the response' ? ofResponse : ofReads
      const seen = known(body, schema)
      if (seen === undefined) continue
      for (const field of fields) {
        if (!Object.hasOwn(sent, field.name)) continue
        const applied = notApplied(field, sent, seen, before, name, evidence)
        if (applied !== undefined) return [applied]
      }
      // Two operations may return different fields of a resource. For this reason, only responses with the same schema
      // are compared.
      if (before === undefined || !isSameSchema(schema, ofReads)) continue
      const touched = touchedName(changesWith(update, schema), sent, seen, before, name, evidence)
      if (touched !== undefined) return [touchedFault(touched, sent, seen, before, name, evidence)]
    }
    return []
  },
}

/** Returns the documented properties of an object. */
function known(body: Json | undefined, schema: Schema | undefined): JsonObject | undefined {
  return isObject(body) ? documentedPart(body, schema) : undefined
}

function notApplied(
  field: ReturnedField,
  sent: JsonObject,
  body: JsonObject,
  before: JsonObject | undefined,
  where: string,
  evidence: Evidence,
): RuleFault | undefined {
  const expected = sent[field.name]
  const received = valueAt(body, field.readsBack)
  if (sameValue(received, expected) || sameUuid(received, expected)) return undefined
  if (isMergePatch(evidence) && hasMerged(received, expected)) return undefined
  if (received === undefined && where === 'the response' && isMissing(evidence, field.readsBack)) return undefined
  // Skips a date-time whose instant was shifted, because the rule `instant_preserved` reports it.
  if (shifted(expected, received) && !sameValue(received, valueAt(before, field.readsBack))) return undefined
  return {
    pointer: `/x-update/${field.name}`,
    // Vendors do not always promise to keep fractions of a second. See `instant_preserved`.
    ...(shifted(expected, received) && isSameSecond(expected, received) ? { part: 'fraction' } : {}),
    at: field.readsBack,
    message: `${field.name} was sent, but ${where} does not have the sent value`,
    expected: 'the value that was sent',
    received: sameValue(received, valueAt(before, field.readsBack))
      ? `the value from before the update, ${shapeOf(received)}`
      : shapeOf(received),
    fix: `store ${field.name} and return what is stored, or describe with x-reads-back where it is returned`,
  }
}

/** A documented field. An update is allowed to change it only if the update sends one of the fields in `with`. */
interface KeptField {
  readonly name: string
  readonly with: readonly string[]
}

/**
 * Returns the documented fields that an update must not change. Leaves out fields that are allowed to change at any
 * time. For each field, `with` lists the request fields that allow the change if the update sends them. The result is
 * cached, because it does not depend on the request.
 */
function changesWith(update: UpdateRule, schema: Schema | undefined): readonly KeptField[] {
  // Only documented fields must be kept. Undocumented fields are allowed to change.
  const fields = fieldsOf(schema)
  const known = keptFields.get(fields)
  if (known?.update === update) return known.kept
  const kept = [...fields.keys()]
    .filter((name) => !update.volatile.includes(name))
    .map((name) => ({
      name,
      with: [
        ...(update.follows.get(name) ?? []),
        ...update.fields.filter(({ readsBack }) => readsBack?.split('/')[1] === name).map((field) => field.name),
      ],
    }))
  keptFields.set(fields, { update, kept })
  return kept
}

const keptFields = new WeakMap<object, { readonly update: UpdateRule; readonly kept: readonly KeptField[] }>()

/** Returns the name of the first field that has changed although the update must not change it. */
function touchedName(
  kept: readonly KeptField[],
  sent: JsonObject,
  body: JsonObject,
  before: JsonObject,
  where: string,
  evidence: Evidence,
): string | undefined {
  return kept.find(({ name, with: others }) => {
    if (sameRecords(body[name], before[name]) || others.some((other) => Object.hasOwn(sent, other))) return false
    return body[name] !== undefined || where !== 'the response' || !isMissing(evidence, pointer(name))
  })?.name
}

function touchedFault(
  name: string,
  sent: JsonObject,
  body: JsonObject,
  before: JsonObject,
  where: string,
  evidence: Evidence,
): RuleFault {
  const [first = ''] = Object.keys(sent)
  return {
    pointer:
      evidence.operation.update?.fields.some((field) => field.name === first) === true
        ? `/x-update/${first}`
        : '/x-update',
    part: name,
    at: `/${name}`,
    message: `${name} was not sent, but has changed in ${where}`,
    expected: `unchanged, ${shapeOf(before[name])}`,
    received: difference(before[name], body[name]),
    cause: `frame ${name}`,
    fix: `leave ${name} unchanged, or document with x-follows or x-volatile why it changes`,
  }
}

function difference(before: Json | undefined, now: Json | undefined): string {
  const shape = shapeOf(now)
  return shape === shapeOf(before) ? `a different ${shape}` : shape
}
