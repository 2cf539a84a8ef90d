import { pointer as join } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { holds } from './parts/find-mismatches.ts'
import { partOfItem, partsOfMember, type Part } from './parts/part.ts'
import { partOf } from './parts/part-of.ts'
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
  return below([partOf(schema, direction)], value, '')
}

function below(roots: readonly Part[], value: Json, at: string): UnknownField[] {
  const parts = roots.flatMap((part) => applying(part, value))
  if (isArray(value)) {
    return value.flatMap((item, index) =>
      below(
        parts.flatMap((part) => partOfItem(part, index) ?? []),
        item,
        at + join(index),
      ),
    )
  }
  if (!isObject(value)) return []
  const describing = parts.find((part) => part.properties.size > 0)
  const isSpokenOf = (name: string): boolean =>
    parts.some((part) => partsOfMember(part, name).length > 0 || part.unevaluatedProperties !== undefined)
  const unknown = describing === undefined ? [] : Object.keys(value).filter((name) => !isSpokenOf(name))
  return [
    ...unknown.map((name) => ({ at, name, pointer: describing?.schema.pointer ?? '' })),
    ...Object.entries(value).flatMap(([name, member]) =>
      below(
        parts.flatMap((part) => partsOfMember(part, name)),
        member,
        at + join(name),
      ),
    ),
  ]
}

/** A part and all that applies to the same value with it. */
function applying(part: Part, value: Json): Part[] {
  const branches = part.choices.flatMap(({ branches: all }) => all.filter((branch) => holds(branch, value)))
  const { condition } = part
  const chosen = condition === undefined ? undefined : holds(condition.if, value) ? condition.then : condition.else
  return [
    part,
    ...[...part.always, ...branches, ...(chosen === undefined ? [] : [chosen])].flatMap((each) =>
      applying(each, value),
    ),
  ]
}
