import { pointer as join } from '../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { holds } from './judge/find-mismatches.ts'
import { partOfItem, partsOfMember, type Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import { subtypesOf } from './nodes/subtypes.ts'
import type { Direction, Schema } from './schema.ts'

/** A member that no schema speaks of, in an object that some schema describes by its members. */
export interface UnknownField {
  /** JSON Pointer of the object. */
  readonly at: string
  readonly name: string
  /** Use path of the schema that describes the object, relative to the walked one. */
  readonly pointer: string
}

/** Every member of a value that its schema leaves unsaid. An object of which nothing is said has none. */
export function listUnknownFields(schema: Schema, value: Json, direction: Direction): UnknownField[] {
  const found: UnknownField[] = []
  if (typeof value === 'object' && value !== null) below([partOf(schema, direction)], value, '', found)
  return found
}

function below(roots: readonly Part[], value: JsonObject | readonly Json[], at: string, found: UnknownField[]): void {
  const parts = roots.flatMap((part) => applying(part, value))
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (typeof item !== 'object' || item === null) continue
      const ofItem = parts.flatMap((part) => partOfItem(part, index) ?? [])
      below(ofItem, item, at + join(index), found)
    }
    return
  }
  const describing = parts.find((part) => part.properties.size > 0)
  if (describing !== undefined) {
    for (const name of Object.keys(value)) {
      if (!parts.some((part) => speaksOf(part, name))) found.push({ at, name, pointer: describing.schema.pointer })
    }
  }
  for (const [name, member] of Object.entries(value)) {
    if (typeof member !== 'object' || member === null) continue
    const ofMember = parts.flatMap((part) => partsOfMember(part, name))
    below(ofMember, member, at + join(name), found)
  }
}

function speaksOf(part: Part, name: string): boolean {
  const isNamed = part.properties.has(name) || partsOfMember(part, name).length > 0
  return isNamed || part.unevaluatedProperties !== undefined || isHalfRead(part)
}

/** Whether a keyword that speaks of members cannot be compiled: then nobody knows which it speaks of. */
function isHalfRead({ faulty }: Part): boolean {
  return faulty.some(({ name }) => name === 'properties' || name === 'patternProperties')
}

/** A part and all that applies to the same value with it; of one with a discriminator what builds on it, too. */
function applying(part: Part, value: Json, above: ReadonlySet<string> = new Set()): readonly Part[] {
  const { schema, direction, always, choices, condition } = part
  const subtypes = subtypesOf(schema)
  if (always.length === 0 && choices.length === 0 && condition === undefined && subtypes === undefined) return [part]
  const branches = choices.flatMap(({ branches: all }) => all.filter((branch) => holds(branch, value)))
  const chosen = condition === undefined ? undefined : holds(condition.if, value) ? condition.then : condition.else
  const named = subtypes === undefined || !isObject(value) ? undefined : value[subtypes.property]
  const subtype = typeof named === 'string' ? subtypes?.byName.get(named) : undefined
  const own = new Set([...above, schema.address])
  const meant =
    subtype === undefined || own.has(subtype.address) ? [] : [partOf({ ...schema, ...subtype, pointer: '' }, direction)]
  return [
    part,
    ...[...always, ...branches, ...(chosen === undefined ? [] : [chosen]), ...meant].flatMap((each) =>
      applying(each, value, own),
    ),
  ]
}
