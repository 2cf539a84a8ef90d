import { parentOf, pointer as join, tokens, valueAt } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Part } from '../nodes/schema-node.ts'
import { areEqual } from '../values/values.ts'
import { contextFor, drawHolding } from './candidates.ts'
import { first } from './draw-context.ts'
import { partsAt } from './flatten.ts'
import { placeAt } from '../values/place-value.ts'

/** What a literal will be, as far as that is known already. */
export type Resolve = (literal: JsonObject) => Json | undefined

/** A value in which what is only known later is stood in for, and the way back. */
export interface Placeholder {
  readonly value: Json
  /** Puts each literal back where its stand-in still stands. */
  readonly restore: (value: Json) => Json
}

/**
 * A scenario's `$` literals (objects with exactly one key that begins with `$`) are no values yet. To change one thing
 * beside them, each is stood in for by a value that its place allows.
 */
export function placeholder(root: Part, base: Json, seed: number, resolve: Resolve = () => undefined): Placeholder {
  const literals = literalsIn(base)
  let value = base
  for (const at of literals.keys()) if (!isArray(valueAt(base, parentOf(at)))) value = placeAt(value, at, undefined)
  const drawn = new Map<string, Json>()
  for (const [at, literal] of literals) {
    const known = isObject(literal) ? (literal['$json'] ?? resolve(literal)) : undefined
    const parts = partsAt([root], value, tokens(at))
    const own = known ?? first(drawHolding(parts, contextFor(root, seed, { ahead: true })))
    drawn.set(at, own ?? literal)
    value = placeAt(value, at, own ?? literal)
  }
  const restore = (changed: Json): Json => {
    let restored = changed
    for (const [at, literal] of literals) {
      const now = valueAt(changed, at)
      if (now !== undefined && areEqual(now, drawn.get(at) ?? null)) restored = placeAt(restored, at, literal)
    }
    return restored
  }
  return { value: inOrderOf(base, value), restore }
}

function literalsIn(value: Json, at = ''): Map<string, Json> {
  if (isArray(value)) return new Map(value.flatMap((each, index) => [...literalsIn(each, at + join(index))]))
  if (!isObject(value)) return new Map()
  if (Object.keys(value).filter((key) => key.startsWith('$')).length === 1) return new Map([[at, value]])
  return new Map(Object.entries(value).flatMap(([name, each]) => [...literalsIn(each, at + join(name))]))
}

/** Members in the order of another value, so that a request reads the same. */
function inOrderOf(order: Json, value: Json): Json {
  if (!isObject(order) || !isObject(value)) return value
  const names = [...new Set([...Object.keys(order), ...Object.keys(value)])].filter((name) =>
    Object.hasOwn(value, name),
  )
  return Object.fromEntries(names.map((name) => [name, inOrderOf(order[name] ?? null, value[name] ?? null)]))
}
