import fc from 'fast-check'
import { isObject, type Json } from '../../json.ts'
import { contextFor, drawMatching } from './candidates.ts'
import { keywordValues, largest, allowedValues, smallest, drawnTypes, type DrawnType } from './constraints.ts'
import type { DrawContext } from './draw-context.ts'
import { take } from '../values/iterables.ts'
import { drawStrings, LONGEST } from './draw-scalars.ts'
import { flatten, nodesForItem, nodesForProperty } from './flatten.ts'
import { randomMultiples, within } from './random-multiples.ts'
import { drawValue } from './draw-value.ts'
import { matches } from '../judge/find-mismatches.ts'
import { travellingNames, type SchemaNode } from '../nodes/schema-node.ts'
import { nodeOf } from '../nodes/node-of.ts'
import { compilePattern } from '../values/patterns.ts'
import { isSameJson, divides } from '../values/values.ts'
import type { Direction, Schema } from '../schema.ts'

const DEEPEST = 3
const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']
const WAYS = 8
const MASK = 8
/**
 * The maximum number of properties and items that are random in one value. All further properties and items get a fixed
 * valid value.
 */
const PLACES = 400
/** The maximum number of values that are tried to find valid values of one property or item. */
const FUEL = 200
/**
 * The range of the lengths of random texts and lists: from the minimum length to `SPARE` characters or items more. For
 * one text in five, it is up to `LONG` characters more, so that the text can exceed a database column of 255
 * characters.
 */
const SPARE = 8
const LONG = 300

/**
 * Returns a fast-check generator of valid values. If a random value is invalid, the generator gives a fixed valid value
 * instead. Dates are from 1970 to 2099. Throws `no-valid-value` if the search finds no valid value.
 */
export function arbitraryOf(schema: Schema, direction: Direction): fc.Arbitrary<Json> {
  const fallback = drawValue(schema, { direction, seed: 0 })
  const root = nodeOf(schema, direction)
  return valid([root], { ...contextFor(root, 0), optional: 'all', places: { left: PLACES } }, fallback)
}

interface RandomContext extends DrawContext {
  readonly places: { left: number }
}

/**
 * Returns at most `most` valid values. Each call tries at most `FUEL` values, so that one difficult property does not
 * use up the whole search.
 */
function known(nodes: readonly SchemaNode[], context: RandomContext, most: number): Json[] {
  return [...take(drawMatching(nodes, { ...context, fuel: { left: FUEL, ways: 25 * FUEL } }), most)]
}

function valid(nodes: readonly SchemaNode[], context: RandomContext, fallback: Json): fc.Arbitrary<Json> {
  const flats = [...take(flatten(nodes, context.depths), WAYS)]
  // If a keyword cannot be compiled, random values cannot be checked. Fixed valid values are then used instead.
  const isUnclear = flats.some((flat) => flat.some(({ faulty }) => faulty.length > 0))
  if (isUnclear && (typeof fallback !== 'object' || fallback === null)) return fc.constant(fallback)
  const steps = flats.flatMap((flat) => keywordValues(flat, 'multipleOf').map(Number))
  const drawn = [fallback, ...known(nodes, context, 5)]
  const plain = drawn.filter((value) => typeof value !== 'number' || divides(value, steps))
  const good = shrinkable(nodes, plain.length === 0 ? drawn : plain)
  if (context.depth > DEEPEST || context.places.left-- <= 0) return good
  const ways = flats.flatMap((flat) => anyOf(flat, context))
  if (ways.length === 0) return good
  const random = fc.oneof(...ways)
  const checked = random.map((value) => (nodes.every((node) => matches(node, value)) ? value : fallback))
  return fc.oneof({ arbitrary: checked, weight: 4 }, { arbitrary: good, weight: 1 })
}

/**
 * Returns a generator of the given valid values. It also leaves out optional properties at random, so that fast-check
 * can remove these when it shrinks a value.
 */
function shrinkable(nodes: readonly SchemaNode[], values: readonly Json[]): fc.Arbitrary<Json> {
  const whole = fc.constantFrom(...values)
  if (!values.some(isObject)) return whole
  const kept = fc.array(fc.boolean(), { minLength: MASK, maxLength: MASK })
  return fc.tuple(whole, kept).map(([value, mask]) => {
    if (!isObject(value)) return value
    const some = Object.fromEntries(Object.entries(value).filter((_, index) => mask[index % MASK]))
    return nodes.every((node) => matches(node, some)) ? some : value
  })
}

function anyOf(flat: readonly SchemaNode[], context: RandomContext): fc.Arbitrary<Json>[] {
  const named = allowedValues(flat)
  if (named !== undefined) return named.length === 0 ? [] : [fc.constantFrom(...named)]
  return drawnTypes(flat).flatMap((type) => ofType(flat, type, context) ?? [])
}

function ofType(flat: readonly SchemaNode[], type: DrawnType, context: RandomContext): fc.Arbitrary<Json> | undefined {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return numbers(flat, type === 'integer')
    case 'string':
      return strings(flat, context.seed)
    case 'array':
      return arrays(flat, context)
    default:
      return objects(flat, context)
  }
}

function numbers(flat: readonly SchemaNode[], integers: boolean): fc.Arbitrary<Json> | undefined {
  const bounds = BOUNDS.flatMap((name) => keywordValues(flat, name))
  // A random integer of this size would be rounded to a double, so fixed valid values are used.
  if (bounds.some((each) => typeof each === 'bigint')) return undefined
  const low = Math.max(largest(flat, 'minimum', -1e9), largest(flat, 'exclusiveMinimum', -1e9))
  const high = Math.max(low, Math.min(smallest(flat, 'maximum', 1e9), smallest(flat, 'exclusiveMaximum', 1e9)))
  const [step] = keywordValues(flat, 'multipleOf').map(Number)
  if (step !== undefined) return randomMultiples(step, low, high)
  if (integers) return fc.integer(within(low, high))
  return fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
}

function strings(flat: readonly SchemaNode[], seed: number): fc.Arbitrary<Json> {
  const [format] = keywordValues(flat, 'format').map(String)
  const minLength = Math.min(largest(flat, 'minLength', 0), LONGEST)
  const upTo = (spare: number): { minLength: number; maxLength: number } => ({
    minLength,
    maxLength: Math.max(minLength, Math.min(smallest(flat, 'maxLength', Infinity), minLength + spare)),
  })
  const [pattern] = keywordValues(flat, 'pattern').map(String)
  const samples = [...take(drawStrings(flat, seed), 20)]
  const sampled: fc.Arbitrary<Json>[] = samples.length === 0 ? [] : [fc.constantFrom(...samples)]
  if (format === 'date-time') return fc.oneof(...sampled, dates())
  if (format === 'date') return fc.oneof(...sampled, days())
  if (format === 'uuid') return fc.oneof(...sampled, fc.uuid())
  if (format !== undefined && sampled.length > 0) return fc.oneof(...sampled)
  if (pattern !== undefined) return fc.oneof(...sampled, ...matching(pattern))
  return fc.oneof(
    { arbitrary: fc.string({ ...upTo(SPARE), unit: 'grapheme-ascii' }), weight: 2 },
    { arbitrary: fc.string({ ...upTo(SPARE), unit: 'grapheme' }), weight: 2 },
    { arbitrary: fc.string({ ...upTo(LONG), unit: 'grapheme', size: 'max' }), weight: 1 },
  )
}

function dates(): fc.Arbitrary<Json> {
  const between = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true }
  return fc.date(between).map((date) => date.toISOString())
}

function days(): fc.Arbitrary<Json> {
  return dates().map((date) => String(date).slice(0, 10))
}

function matching(source: string): fc.Arbitrary<Json>[] {
  const pattern = compilePattern(source)
  try {
    return pattern === undefined ? [] : [fc.stringMatching(pattern, { size: 'small' })]
  } catch {
    // fast-check throws for patterns with look-around or back-references.
    return []
  }
}

function arrays(flat: readonly SchemaNode[], context: RandomContext): fc.Arbitrary<Json> | undefined {
  const least = largest(flat, 'minItems', 0)
  const prefix = flat.reduce((count, node) => Math.max(count, node.prefixItems.length), 0)
  const most = Math.max(least, Math.min(smallest(flat, 'maxItems', Infinity), Math.max(least, prefix) + SPARE))
  if (least > 100) return undefined
  const deeper = { ...context, depth: context.depth + 1 }
  const item = (index: number): fc.Arbitrary<Json> | undefined => property(nodesForItem(flat, index), deeper)
  const front = Array.from({ length: Math.min(prefix, most) }, (_, index) => item(index) ?? fc.constant(null))
  const other = item(prefix)
  const bounds = {
    minLength: Math.max(0, least - prefix),
    maxLength: other === undefined ? 0 : Math.max(0, most - prefix),
  }
  if (bounds.maxLength < bounds.minLength) return undefined
  const unique = keywordValues(flat, 'uniqueItems').includes(true)
  const list = other ?? fc.constant(null)
  const rest = unique
    ? fc.uniqueArray(list, { ...bounds, minLength: 0, comparator: isSameJson })
    : fc.array(list, bounds)
  return fc.tuple(fc.tuple(...front), rest).map(([first, others]) => [...first, ...others])
}

function objects(flat: readonly SchemaNode[], context: RandomContext): fc.Arbitrary<Json> | undefined {
  const deeper = { ...context, depth: context.depth + 1 }
  const required = new Set(keywordValues(flat, 'required').map(String))
  const names = new Set([...required, ...travellingNames(flat)])
  const properties: (readonly [name: string, value: fc.Arbitrary<Json>])[] = []
  for (const name of names) {
    const value = property(nodesForProperty(flat, name), deeper)
    if (value !== undefined) properties.push([name, value])
    else if (required.has(name)) return undefined
  }
  const entries = properties.map(([name, value]) => {
    const entry = value.map((drawn): [string, Json] => [name, drawn])
    // Half of the values have the optional property. When fast-check shrinks a value, it first removes this property.
    return required.has(name) ? entry : fc.option(entry, { nil: undefined, freq: 2 })
  })
  return fc.tuple(...entries).map((drawn) => Object.fromEntries(drawn.filter((entry) => entry !== undefined)))
}

function property(nodes: readonly SchemaNode[], context: RandomContext): fc.Arbitrary<Json> | undefined {
  const [fallback] = known(nodes, context, 1)
  return fallback === undefined ? undefined : valid(nodes, context, fallback)
}
