import { valueAt } from '../document/json-pointer.ts'
import { ContractError } from '../errors.ts'
import { isArray, isObject, stringifyJson, type Json } from '../json.ts'
import { compileSchema } from '../schemas/check-value.ts'
import { isNarrowing, isWidening, type SchemaDifference } from '../schemas/compare-schemas.ts'
import { drawNegativeValues } from '../schemas/negative-values/draw-negative-values.ts'
import { drawValue } from '../schemas/draw/draw-value.ts'
import { drawVariants } from '../schemas/draw/draw-variants.ts'
import { listKeywords } from '../schemas/list-keywords.ts'
import type { Direction, Schema, SchemaMismatch } from '../schemas/schema.ts'
import type { ShownValue } from './change.ts'
import type { ComparedPair } from './found.ts'

/** The maximum length of a printed value. */
const LONGEST = 400
const SEED = 1
/**
 * An example value is generated only for a schema with at most this number of keywords. For larger schemas, values are
 * slow to generate and too long to print.
 */
const MOST_KEYWORDS = 200
/** The maximum number of attempts to shorten a value. Each attempt removes one part. */
const MOST_LEFT_OUT = 60

/** Two schemas: `wide` allows the value, `narrow` forbids it. */
interface Order {
  readonly wide: Schema
  readonly narrow: Schema
  readonly allowedBy: 'base' | 'head'
  /** The JSON Pointers of the difference: `own` in the schema `wide`, and `other` in the schema `narrow`. */
  readonly own: string
  readonly other: string
}

/**
 * Returns a small value that one schema allows and the other forbids because of `difference`. The validator checks the
 * value against both schemas. Returns undefined if no value was found.
 */
export function valueThatShows({ base, head, direction, difference }: ComparedPair): ShownValue | undefined {
  if ([base, head].some((schema) => listKeywords(schema, direction).length > MOST_KEYWORDS)) return undefined
  const lost: Order = { wide: base, narrow: head, allowedBy: 'base', own: difference.base, other: difference.head }
  const added: Order = { wide: head, narrow: base, allowedBy: 'head', own: difference.head, other: difference.base }
  // A difference may both remove and add values. For a request, a removed value is tried first. For a response, an
  // added value is tried first.
  const both = direction === 'request' ? [lost, added] : [added, lost]
  const isLost = isNarrowing(difference) || (difference.aspect === 'property' && difference.movement === 'narrowed')
  const isNew = isWidening(difference) || (difference.aspect === 'property' && difference.movement === 'widened')
  for (const order of both.filter(({ allowedBy }) => (allowedBy === 'base' ? isLost : isNew))) {
    const { wide, narrow, allowedBy } = order
    for (const value of candidates(order, direction, difference)) {
      const json = stringifyJson(value)
      if (json.length > LONGEST || !compileSchema(wide).isValid(value, direction)) continue
      const mismatches = compileSchema(narrow).check(value, direction)
      const mismatch = mismatches.find((each) => shows(each, value, order, direction, difference))
      if (mismatch === undefined) continue
      return { json, allowedBy, forbiddenBy: `\`${mismatch.keyword.name}\``, at: mismatch.at }
    }
  }
  return undefined
}

/**
 * True if the value is invalid because of this difference. False if it is invalid because of another difference at the
 * same place.
 */
function shows(
  { keyword, at }: SchemaMismatch,
  value: Json,
  { wide, own, other }: Order,
  direction: Direction,
  { aspect, instance, keyword: name }: SchemaDifference,
): boolean {
  if (!isAt(at, instance)) return false
  if (aspect === 'property' || aspect === 'required') return keyword.name === 'required'
  if (aspect === 'bound' || aspect === 'pattern' || aspect === 'format') return keyword.address === other
  if (aspect === 'type' || aspect === 'null') return at.split('/').length === instance.split('/').length
  if (aspect !== 'branch' || name === 'allOf') return true
  const { document } = wide
  const branch = document.resolve(own).value
  const part = valueAt(value, at)
  if (part === undefined || !(isObject(branch) || typeof branch === 'boolean')) return false
  return compileSchema({ document, address: own, pointer: '', value: branch }).isValid(part, direction)
}

/** Yields values that may show the difference, the smallest first. */
function* candidates(
  { wide, narrow, other }: Order,
  direction: Direction,
  { instance }: SchemaDifference,
): Generator<Json> {
  const bases = (['none', 'all'] as const).flatMap((optional) =>
    [wide, narrow].flatMap((schema) => attempt(() => [drawValue(schema, { direction, seed: SEED, optional })])),
  )
  yield* bases
  for (const base of bases) yield* withoutOnePart(base)
  const keywords = listKeywords(narrow, direction).filter(
    ({ address, schema, instance: at }) =>
      address === other || other.startsWith(`${address}/`) || (schema.address === other && isAt(at, instance)),
  )
  for (const { pointer } of keywords.slice(0, 4)) {
    for (const base of bases.slice(0, 2)) {
      yield* drawNegativeValues(narrow, base, { direction, seed: SEED, only: pointer }).map(({ value }) => value)
    }
  }
  yield* attempt(() => drawVariants(wide, { direction, seed: SEED }).map(({ value }) => value))
}

/** Yields copies of a value. In each copy, one property is missing. */
function* withoutOnePart(value: Json, left = { count: MOST_LEFT_OUT }): Generator<Json> {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const other of withoutOnePart(item, left)) yield value.with(index, other)
    }
  }
  if (!isObject(value)) return
  for (const [name, own] of Object.entries(value)) {
    if (left.count-- <= 0) return
    const { [name]: _left, ...rest } = value
    yield rest
    for (const other of withoutOnePart(own, left)) yield { ...value, [name]: other }
  }
}

/** Generates values. Returns an empty list if no value can be generated for a schema. */
function attempt(draw: () => Json[]): Json[] {
  try {
    return draw()
  } catch (error) {
    if (error instanceof ContractError) return []
    throw error
  }
}

/**
 * True if a JSON Pointer points to the place `instance` or to something inside it. In `instance`, `*` matches any array
 * item.
 */
function isAt(pointer: string, instance: string): boolean {
  const [own, place] = [pointer.split('/'), instance.split('/')]
  return place.every(
    (token, index) => own[index] === token || (token === '*' && own[index] !== undefined) || own[index] === '*',
  )
}
