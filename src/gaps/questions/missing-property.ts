import { parentOf, pointer } from '../../document/json-pointer.ts'
import type { Address } from '../../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { itemSchema, propertySchema } from '../../schemas/property-schema.ts'
import type { Schema } from '../../schemas/schema.ts'
import { withBody, withAltered } from '../alter.ts'
import { askedOf } from '../ask.ts'
import type { Altered, FaultKind, Question } from '../gap.ts'
import type { Recorded, RecordedAnswer } from '../recorded.ts'
import { isResponseOnly } from '../response-only.ts'
import { rootPlace } from '../root-place.ts'

const MISSING_PROPERTY: FaultKind = {
  id: 'missing-property',
  weight: 'lenient',
  sentence: 'leaves out properties that every recorded response has',
}

/** The maximum number of items that are examined in each list. */
const ITEMS = 5

/** An object schema, and the recorded objects that it describes. */
interface Described {
  readonly owner: Address
  readonly names: Set<string>
  readonly objects: { readonly answer: RecordedAnswer; readonly at: string; readonly value: JsonObject }[]
}

/**
 * The fault: a response lacks a property. Tried for properties that all recorded objects have, if no request uses their
 * schema and the schema has no `required`. A `required` would already say which properties may be absent.
 */
export function missingProperty(recorded: Recorded): Question[] {
  const { document } = recorded.contract.operation
  const described = new Map<Address, Described>()
  for (const answer of recorded.answers) {
    if (isArray(answer.body)) {
      const item = itemSchema(recorded.schema)
      for (const [index, value] of answer.body.slice(0, ITEMS).entries())
        if (item !== undefined) describe(item, value, pointer(index), answer, described)
    } else describe(recorded.schema, answer.body, '', answer, described)
  }
  return [...described.values()].flatMap(({ owner, names, objects }): Question[] => {
    const schema = document.resolve(owner).value
    const place = rootPlace(document, owner)
    if (!isObject(schema) || schema['required'] !== undefined || place === undefined || objects.length < 2) return []
    const always = [...names].filter((name) => objects.every(({ value }) => Object.hasOwn(value, name)))
    if (always.length === 0 || !isResponseOnly(document, owner)) return []
    const altered = (field: string): Altered[] =>
      objects.map(({ answer: { judgement: original, body }, at: place }) => ({
        original,
        altered: withBody(original.execution, withAltered(body, place + pointer(field), undefined)),
      }))
    return [
      {
        kind: MISSING_PROPERTY,
        ...askedOf(recorded),
        probes: always.map((field) => ({ field, altered: altered(field) })),
        ways: [(open) => ({ ...place, update: { required: [...open] } })],
      },
    ]
  })
}

/**
 * Adds an object to every schema that describes one of its properties. With `allOf`, several schemas may describe
 * properties of one object.
 */
function describe(
  schema: Schema,
  value: Json,
  at: string,
  answer: RecordedAnswer,
  found: Map<Address, Described>,
): void {
  if (!isObject(value)) return
  const seen = new Set<Address>()
  for (const name of Object.keys(value)) {
    const property = propertySchema(schema, name)
    const owner = property === undefined ? undefined : ownerOf(property, name)
    if (owner === undefined) continue
    const known = found.get(owner) ?? { owner, names: new Set<string>(), objects: [] }
    found.set(owner, known)
    known.names.add(name)
    if (!seen.has(owner)) known.objects.push({ answer, at, value })
    seen.add(owner)
  }
}

/** Returns the address of the schema that lists a property under `properties`. */
function ownerOf({ address }: Schema, name: string): Address | undefined {
  const below = `/properties${pointer(name)}`
  return address.endsWith(below) ? parentOf(parentOf(address)) : undefined
}
