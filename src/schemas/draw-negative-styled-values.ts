import { tokens } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { drawNegativeValues } from './draw-negative-values.ts'
import { contextFor, drawHolding } from './draw/candidates.ts'
import { typesOf } from './draw/constraints.ts'
import { first } from './draw/draw-context.ts'
import { applicable, partsAt, partsOfIndex, partsOfName } from './draw/flatten.ts'
import { placeAt } from './values/place-value.ts'
import { findMismatches } from './judge/find-mismatches.ts'
import type { Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import type { Keyword, Schema } from './schema.ts'

/** A list or an object that is wrong in one keyword, however leniently its texts are read. */
export interface NegativeStyledValue {
  readonly keyword: Keyword
  readonly name: string
  readonly value: Json
  readonly needed: boolean
}

/** A text that is neither a number nor a boolean. */
const NO_NUMBER = 'abc'

/**
 * Lists and objects that a parameter must not be. All that stands in them is text and is read by its schema: 12 for a
 * string is none, and `"12"` for an integer neither. Whether a parameter's style can carry one, the style says.
 */
export function drawNegativeStyledValues(schema: Schema): NegativeStyledValue[] {
  const root = partOf(schema, 'request')
  const base = first(drawHolding([root], contextFor(root, 0, { optional: 'all' })))
  if (base === undefined || typeof base !== 'object' || base === null) return []
  const told = new Set<string>()
  return drawNegativeValues(schema, base, { direction: 'request', seed: 0 }).flatMap((miss): NegativeStyledValue[] => {
    const { keyword, needed } = miss
    const isType = keyword.name === 'type'
    const name = isType ? 'text' : miss.name
    const value = isType ? withText(root, keyword, miss.value) : miss.value
    if (value === undefined || !isFlat(value) || told.has(`${keyword.pointer} ${JSON.stringify(value)}`)) return []
    told.add(`${keyword.pointer} ${JSON.stringify(value)}`)
    const broken = findMismatches(root, asRead([root], value)).map((each) => each.keyword.pointer)
    return broken.includes(keyword.pointer) ? [{ keyword, name, value, needed }] : []
  })
}

/** A value with a text where a number or a boolean is asked for; of other types every text is one, or none can be sent. */
function withText(root: Part, keyword: Keyword, value: Json): Json | undefined {
  const [mismatch] = findMismatches(root, value).filter((each) => each.keyword.pointer === keyword.pointer)
  if (mismatch === undefined || mismatch.at === '') return undefined
  const types = typesOf(applicable(partsAt([root], value, tokens(mismatch.at)), null))
  return types.some((type) => TEXTUAL.has(type)) ? undefined : placeAt(value, mismatch.at, NO_NUMBER)
}
const TEXTUAL: ReadonlySet<string> = new Set(['string', 'array', 'object'])

/** A list or an object of scalars only: styles take nothing else apart. */
function isFlat(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every((each: Json) => each !== null && typeof each !== 'object')
}

/** A list or an object as whoever gets it reads it: each text by the types of its place. */
function asRead(parts: readonly Part[], value: Json): Json {
  const flat = applicable(parts, value)
  if (isArray(value)) return value.map((item, index) => asRead(partsOfIndex(flat, index), item))
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, asRead(partsOfName(flat, name), member)]),
    )
  }
  const types = typesOf(applicable(parts, value))
  const text = String(value)
  if (types.includes('boolean') && !types.includes('string') && /^(true|false)$/.test(text)) return text === 'true'
  const isNumber = (types.includes('number') || types.includes('integer')) && !types.includes('string')
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text
}
