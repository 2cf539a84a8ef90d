import { tokens } from '../../document/json-pointer.ts'
import { isArray, isObject, numberIn, stringifyJson, type Json } from '../../json.ts'
import { drawNegativeValues, type NegativeValue, type NegativeValueOptions } from './draw-negative-values.ts'
import { contextFor, drawMatching } from '../draw/candidates.ts'
import { drawnTypes } from '../draw/constraints.ts'
import { first } from '../values/iterables.ts'
import { applicable, nodesAt, nodesForItem, nodesForProperty } from '../draw/flatten.ts'
import { placeAt } from '../values/place-value.ts'
import { findMismatches } from '../judge/find-mismatches.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import { nodeOf } from '../nodes/node-of.ts'
import type { Keyword, Schema } from '../schema.ts'

export interface NegativeStyledOptions extends NegativeValueOptions {
  /**
   * The valid value that is changed to make invalid values. Default: a generated value with all optional properties.
   */
  readonly base?: Json
  /**
   * Returns true if the parameter style can express a value. Default: true for lists and objects that contain only
   * scalars.
   */
  readonly carries?: (value: Json) => boolean
}

/** A text that no server can convert to a number or boolean. */
const NO_NUMBER = 'abc'

/**
 * Returns invalid lists and objects for a parameter or form. Each violates one keyword. Parameters and forms contain
 * only text, which the server converts. For this reason, 12 counts as valid for a string schema, and `"12"` counts as
 * valid for an integer schema. `carries` says which values the parameter style can express.
 */
export function drawNegativeStyledValues(
  schema: Schema,
  { base, carries = isFlat, ...options }: NegativeStyledOptions = { direction: 'request', seed: 0 },
): NegativeValue[] {
  const root = nodeOf(schema, 'request')
  const from = base ?? first(drawMatching([root], contextFor(root, options.seed, { optional: 'all' })))
  if (from === undefined || typeof from !== 'object' || from === null) return []
  const seen = new Set<string>()
  return drawNegativeValues(schema, from, options).flatMap((negative): NegativeValue[] => {
    const { keyword } = negative
    const isType = keyword.name === 'type'
    const name = isType ? 'text' : negative.name
    const value = isType ? withText(root, keyword, negative.value) : negative.value
    if (value === undefined || !carries(value) || seen.has(`${keyword.pointer} ${stringifyJson(value)}`)) return []
    seen.add(`${keyword.pointer} ${stringifyJson(value)}`)
    const broken = findMismatches(root, asRead([root], value)).map((each) => each.keyword.pointer)
    return broken.includes(keyword.pointer) ? [{ ...negative, name, value }] : []
  })
}

/** True if a list or object becomes valid when each text in it is converted to the type in the schema. */
export function isReadAsValid(schema: Schema, value: Json): boolean {
  const root = nodeOf(schema, 'request')
  return findMismatches(root, asRead([root], value)).length === 0
}

/**
 * Replaces the part of `value` that has the wrong type. The replacement is a text that is neither a number nor a
 * boolean. Returns undefined if the schema allows a string, array or object in this place, because the text may then be
 * valid.
 */
function withText(root: SchemaNode, keyword: Keyword, value: Json): Json | undefined {
  const [mismatch] = findMismatches(root, value).filter((each) => each.keyword.pointer === keyword.pointer)
  if (mismatch === undefined || mismatch.at === '') return undefined
  const types = drawnTypes(applicable(nodesAt([root], value, tokens(mismatch.at)), null))
  return types.some((type) => TEXTUAL.has(type)) ? undefined : placeAt(value, mismatch.at, NO_NUMBER)
}
const TEXTUAL: ReadonlySet<string> = new Set(['string', 'array', 'object'])

/** True for a list or object of scalars without null. Parameter styles can express nothing else. */
function isFlat(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every((each: Json) => each !== null && typeof each !== 'object')
}

/** Converts each text to the type in its schema, as a server does with parameters. */
function asRead(nodes: readonly SchemaNode[], value: Json): Json {
  const flat = applicable(nodes, value)
  if (isArray(value)) return value.map((item, index) => asRead(nodesForItem(flat, index), item))
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, property]) => [name, asRead(nodesForProperty(flat, name), property)]),
    )
  }
  const types = drawnTypes(applicable(nodes, value))
  const text = String(value)
  if (types.includes('boolean') && !types.includes('string') && /^(true|false)$/.test(text)) return text === 'true'
  const isNumber = (types.includes('number') || types.includes('integer')) && !types.includes('string')
  return isNumber ? (numberIn(text) ?? text) : text
}
