import { childOf, type Document } from '../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Schema } from '../schemas/schema.ts'

/** The maximum depth of a sample. Ids are not deeper than in `{ data: [{ links: { self: { href } } }] }`. */
const DEPTH = 6

/**
 * Returns a value with every declared property, and one item in each array. It shows which properties a response may
 * have. The value may be invalid: numbers are 0, texts are `''`, unknown values are null, and undescribed objects and
 * arrays are empty.
 */
export function sampleOf({ document, address, value }: Schema): Json {
  if (!isObject(value)) return null
  const known = samples.get(value)
  if (known !== undefined) return known
  const sample = sampleAt(document, address, DEPTH, new Set())
  samples.set(value, sample)
  return sample
}

/** The samples are cached, because they are needed again for each path parameter. */
const samples = new WeakMap<JsonObject, Json>()

function sampleAt(document: Document, from: string, depth: number, above: ReadonlySet<string>): Json {
  const { address, value } = document.resolve(from)
  if (depth === 0 || !isObject(value) || above.has(address)) return null
  const seen = new Set([...above, address])
  const below = (at: string, less: number): Json => sampleAt(document, at, depth - less, seen)
  const parts = [
    ...(typeof value['$ref'] === 'string' ? [below(document.target(value['$ref'], address), 0)] : []),
    ...['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => {
      const branches = isArray(value[keyword]) ? value[keyword] : []
      return branches.map((_, index) => below(childOf(address, keyword, index), keyword === 'allOf' ? 0 : 1))
    }),
    ...(isObject(value['properties'])
      ? [
          Object.fromEntries(
            Object.keys(value['properties']).map((name) => [name, below(childOf(address, 'properties', name), 1)]),
          ),
        ]
      : []),
    ...(isObject(value['items']) ? [[below(childOf(address, 'items'), 1)]] : []),
  ]
  return parts.reduce(merged, scalarOf(value))
}

/** Merges two samples. If only one of them has a known type, returns that sample. */
function merged(one: Json, other: Json): Json {
  if (isArray(one) && isArray(other))
    return one.length === 0 || other.length === 0 ? [...one, ...other] : [merged(one[0] ?? null, other[0] ?? null)]
  if (!isObject(one) || !isObject(other)) return one ?? other
  const both = Object.entries(other).map(([name, each]) => [name, merged(one[name] ?? null, each)] as const)
  return { ...one, ...Object.fromEntries(both) }
}

function scalarOf({ type }: JsonObject): Json {
  const types = isArray(type) ? type : [type]
  if (types.includes('string')) return ''
  if (types.includes('object')) return {}
  if (types.includes('array')) return []
  return types.includes('integer') || types.includes('number') ? 0 : null
}
