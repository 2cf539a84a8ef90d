import { parentOf, pointer as join, tokens, valueAt } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import { isSameJson } from '../values/values.ts'
import { contextFor, drawMatching } from './candidates.ts'
import { first } from '../values/iterables.ts'
import { nodesAt } from './flatten.ts'
import { placeAt } from '../values/place-value.ts'

/**
 * Returns the value of a placeholder such as `{ $time: … }`. Returns undefined if the value is known only during the
 * run.
 */
export type Resolve = (literal: JsonObject) => Json | undefined

/** A value without placeholders: a sample value replaces each placeholder such as `{ $time: … }`. */
export interface Placeholder {
  readonly value: Json
  /** Puts the placeholders back into a value. Where the sample value was changed, the change stays. */
  readonly restore: (value: Json) => Json
}

/**
 * Replaces each placeholder, such as `{ $state: … }`, with a valid sample value. The whole value can then be changed
 * and validated before the run.
 */
export function placeholder(
  root: SchemaNode,
  base: Json,
  seed: number,
  resolve: Resolve = () => undefined,
): Placeholder {
  const literals = literalsIn(base)
  let value = base
  for (const at of literals.keys()) if (!isArray(valueAt(base, parentOf(at)))) value = placeAt(value, at, undefined)
  const drawn = new Map<string, Json>()
  for (const [at, literal] of literals) {
    const known = isObject(literal) ? (literal['$json'] ?? resolve(literal)) : undefined
    const nodes = nodesAt([root], value, tokens(at))
    const own = known ?? first(drawMatching(nodes, contextFor(root, seed, { ahead: true })))
    drawn.set(at, own ?? literal)
    value = placeAt(value, at, own ?? literal)
  }
  const restore = (changed: Json): Json => {
    let restored = changed
    for (const [at, literal] of literals) {
      const now = valueAt(changed, at)
      if (now !== undefined && isSameJson(now, drawn.get(at) ?? null)) restored = placeAt(restored, at, literal)
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

/** Gives the properties of `value` the order that they have in `order`, so that requests are easy to read. */
function inOrderOf(order: Json, value: Json): Json {
  if (!isObject(order) || !isObject(value)) return value
  const names = [...new Set([...Object.keys(order), ...Object.keys(value)])].filter((name) =>
    Object.hasOwn(value, name),
  )
  return Object.fromEntries(names.map((name) => [name, inOrderOf(order[name] ?? null, value[name] ?? null)]))
}
