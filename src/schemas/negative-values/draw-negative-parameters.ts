import { isArray, type Json } from '../../json.ts'
import { drawNegativeValues } from './draw-negative-values.ts'
import { contextFor, drawMatching } from '../draw/candidates.ts'
import { drawnTypes, type DrawnType } from '../draw/constraints.ts'
import { first } from '../values/iterables.ts'
import { applicable } from '../draw/flatten.ts'
import { listKeywords } from '../list-keywords.ts'
import { nodeOf } from '../nodes/node-of.ts'
import type { Keyword, Schema } from '../schema.ts'
import { isNumeric, type Numeric } from '../values/values.ts'

/** An invalid text for a scalar parameter. */
export interface NegativeParameter {
  readonly keyword: Keyword
  readonly name: string
  /** The invalid text, before percent-encoding. */
  readonly raw: string
  readonly needed: boolean
}

type Wrong = readonly (readonly [name: string, raw: string, needed: boolean])[]

/**
 * For each type, texts that are invalid. Each entry has a name, the text, and a boolean. The boolean is true if every
 * parser refuses the text, and false if lenient parsers accept it.
 */
const WRONG_TEXTS: Partial<Record<DrawnType, Wrong>> = {
  integer: [
    ['text', 'abc', true],
    ['fraction', '1.5', true],
    ['exponent', '1e3', false],
    ['hexadecimal', '0x10', false],
    ['leading-zeros', '007', false],
  ],
  number: [
    ['text', 'abc', true],
    ['comma', '1,5', false],
    ['hexadecimal', '0x10', false],
  ],
  boolean: [
    ['text', 'maybe', true],
    ['yes', 'yes', false],
    ['upper-case', 'TRUE', false],
  ],
}

/**
 * Returns invalid texts for a scalar parameter. The list is empty for `type: string`, because every text is a valid
 * string. It is also empty for arrays and objects: see `drawNegativeStyledValues`.
 */
export function drawNegativeParameters(schema: Schema): NegativeParameter[] {
  const root = nodeOf(schema, 'request')
  const base = first(drawMatching([root], contextFor(root, 0)))
  if (base === undefined || (typeof base === 'object' && base !== null)) return []
  const types = new Set(drawnTypes(applicable([root], base)))
  const isText = types.has('string')
  const negatives = drawNegativeValues(schema, base, { direction: 'request', seed: 0 }).flatMap(
    (negative): NegativeParameter[] => {
      const { keyword, name, value, needed } = negative
      const raw = textOf(value)
      if (keyword.name === 'type' || raw === undefined || (isText && typeof value !== 'string')) return []
      return keyword.instance === '' ? [{ keyword, name, raw, needed }] : []
    },
  )
  return [...(isText ? [] : wrongTypes(schema)), ...negatives]
}

function wrongTypes(schema: Schema): NegativeParameter[] {
  const keyword = listKeywords(schema, 'request').find((each) => each.name === 'type' && each.certain)
  if (keyword === undefined) return []
  const types = (isArray(keyword.value) ? keyword.value : [keyword.value]).filter((each) => each !== 'null')
  const [type] = types
  if (types.length !== 1) return []
  return (WRONG_TEXTS[type as DrawnType] ?? []).map(([name, raw, needed]) => ({ keyword, name, raw, needed }))
}

/**
 * Returns a value as text. Returns undefined if some parts of a request cannot contain the text: it is empty, begins or
 * ends with a space, or contains characters other than printable ASCII.
 */
function textOf(value: Json): string | undefined {
  const raw = typeof value === 'string' ? value : isNumeric(value) ? plainly(value) : undefined
  return raw !== undefined && /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(raw) ? raw : undefined
}

/** Returns a number as text, without an exponent. */
function plainly(value: Numeric): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}
