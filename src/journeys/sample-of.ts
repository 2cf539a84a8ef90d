import { childOf, type Document } from '../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Schema } from '../schemas/schema.ts'

/** The depth of a sample. Identifiers are not deeper than in `{ data: [{ links: { self: { href } } }] }`. */
const DEPTH = 6

/**
 * Returns a value that has every property that a schema lists, with one item in each array. It is not valid: it only
 * shows where a response may contain which properties. Numbers are 0, texts are `''`, and unknown values are null.
 */
export function sampleOf({ document, address }: Schema): Json {
  return sampleAt(document, address, DEPTH, new Set())
}

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
  return parts.reduce((one, other) => merged(one, other), scalarOf(value))
}

/** Returns a sample with the properties of both samples. A known type wins over an unknown one. */
function merged(one: Json, other: Json): Json {
  if (isArray(one) && isArray(other)) return [merged(one[0] ?? null, other[0] ?? null)]
  if (!isObject(one) || !isObject(other)) return one ?? other
  const both = Object.entries(other).map(([name, each]) => [name, merged(one[name] ?? null, each)] as const)
  return { ...one, ...Object.fromEntries(both) }
}

function scalarOf({ type }: JsonObject): Json {
  const types = isArray(type) ? type : [type]
  if (types.includes('string')) return ''
  return types.includes('integer') || types.includes('number') ? 0 : null
}
