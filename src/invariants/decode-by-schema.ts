import type { Json, JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { tokens } from '../document/json-pointer.ts'
import { leadsBack, listKeywords } from '../schemas/list-keywords.ts'
import { typesOf } from '../schemas/types-of.ts'
import { evaluate } from '../schemas/list-evaluations.ts'
import type { Direction, Evaluation, Keyword, Schema } from '../schemas/schema.ts'
import { decodeScalar } from './decode-scalar.ts'

/**
 * Converts a JSON value for CEL. Where the schema requires an integer, the result has a bigint. `evaluations` are the
 * keywords that apply to `value`, if the caller already knows them.
 */
export function decodeBySchema(
  value: Json,
  schema: Schema,
  direction: Direction,
  evaluations?: readonly Evaluation[],
): unknown {
  const { fixed, pointers } = integersOf(schema, direction)
  const decoded = withIntegers(value, fixed)
  if (pointers.size === 0) return decoded
  const others = place()
  for (const { pointer, at } of evaluations ?? evaluate(schema, value, direction)) {
    if (pointers.has(pointer)) addPlace(others, at)
  }
  return withIntegers(decoded, others)
}

/**
 * The places of integers in a value. `isInteger` is true if the value itself must be an integer. `below` describes its
 * properties and items.
 */
interface Place {
  isInteger: boolean
  readonly below: Map<string, Place>
}

function place(): Place {
  return { isInteger: false, below: new Map() }
}

function addPlace(root: Place, at: string): void {
  let found = root
  for (const token of tokens(at)) {
    const next = found.below.get(token) ?? place()
    found.below.set(token, next)
    found = next
  }
  found.isInteger = true
}

/** Returns a copy of a value in which the integers of the schema are bigints. Parts without integers are not copied. */
function withIntegers(value: unknown, { isInteger, below }: Place): unknown {
  if (isInteger && typeof value === 'number' && Number.isInteger(value)) return BigInt(value)
  if (below.size === 0 || typeof value !== 'object' || value === null) return value
  const properties = value as Record<string, unknown>
  let copy: Record<string, unknown> | undefined
  for (const [name, next] of below) {
    if (!Object.hasOwn(properties, name)) continue
    const decoded = withIntegers(properties[name], next)
    if (decoded === properties[name]) continue
    copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>
    copy[name] = decoded
  }
  return copy ?? value
}

/** The places where a schema requires integers. */
interface Integers {
  /** Places that do not depend on the value, such as `/total`. */
  readonly fixed: Place
  /** Pointers of the `type` keywords whose values are not always at the same place, such as those of array items. */
  readonly pointers: ReadonlySet<string>
}

const known = new WeakMap<readonly Keyword[], Integers>()

function integersOf(schema: Schema, direction: Direction): Integers {
  const keywords = listKeywords(schema, direction)
  const found = known.get(keywords)
  if (found !== undefined) return found
  const types = keywords.filter(({ name, value }) => name === 'type' && [value].flat().includes('integer'))
  const isFixed = leadsBack(schema, direction) ? () => false : hasOnePlace
  const fixed = place()
  for (const { instance } of types.filter(isFixed)) addPlace(fixed, instance)
  const integers = {
    fixed,
    pointers: new Set(types.filter((type) => !isFixed(type)).map(({ pointer }) => pointer)),
  }
  known.set(keywords, integers)
  return integers
}

function hasOnePlace({ certain, instance }: Keyword): boolean {
  return certain && !tokens(instance).some((token) => token === '*' || /^\d+$/.test(token))
}

/** Converts the path parameters or the query parameters of a request for CEL, using their schemas. */
export function decodeParameters(values: JsonObject, place: 'path' | 'query', { parameters }: Operation): object {
  const decoded: Record<string, unknown> = { ...values }
  for (const { name, in: at, schema } of parameters) {
    if (at !== place || schema === undefined || !Object.hasOwn(values, name)) continue
    const value = values[name]
    const types = typesOf(schema)
    const scalar = typeof value === 'string' ? decodeScalar(value, types) : value
    decoded[name] = types.includes('integer') && Number.isSafeInteger(scalar) ? BigInt(scalar as number) : scalar
  }
  return decoded
}
