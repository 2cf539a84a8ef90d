import { isArray, type Json } from '../json.ts'
import { drawNegativeValues } from './draw-negative-values.ts'
import { contextFor, drawHolding } from './draw/candidates.ts'
import { typesOf, type DrawnType } from './draw/constraints.ts'
import { first } from './draw/draw-context.ts'
import { applicable } from './draw/flatten.ts'
import { listKeywords } from './list-keywords.ts'
import { partOf } from './nodes/nodes-of.ts'
import type { Keyword, Schema } from './schema.ts'

/** The text of a path, query or header parameter that is wrong in one keyword. */
export interface NegativeParameter {
  readonly keyword: Keyword
  readonly name: string
  /** Before it is escaped for where it goes. */
  readonly raw: string
  readonly needed: boolean
}

type Wrong = readonly (readonly [name: string, raw: string, needed: boolean])[]

/** Texts that are no value of a type, however leniently they are read; what some parsers take for one is not needed. */
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
 * Texts that a parameter must not have. All of a parameter is text, so `type: string` cannot be broken, and null and
 * other JSON types cannot be sent. Objects and arrays have none: how they are written is the parameter's style.
 */
export function drawNegativeParameters(schema: Schema): NegativeParameter[] {
  const root = partOf(schema, 'request')
  const base = first(drawHolding([root], contextFor(root, 0)))
  if (base === undefined || (typeof base === 'object' && base !== null)) return []
  const types = new Set(typesOf(applicable([root], base)))
  const isText = types.has('string')
  const misses = drawNegativeValues(schema, base, { direction: 'request', seed: 0 }).flatMap(
    (miss): NegativeParameter[] => {
      const { keyword, name, value, needed } = miss
      const raw = textOf(value)
      if (keyword.name === 'type' || raw === undefined || (isText && typeof value !== 'string')) return []
      return keyword.instance === '' ? [{ keyword, name, raw, needed }] : []
    },
  )
  return [...(isText ? [] : wrongTypes(schema)), ...misses]
}

function wrongTypes(schema: Schema): NegativeParameter[] {
  const keyword = listKeywords(schema, 'request').find((each) => each.name === 'type' && each.certain)
  if (keyword === undefined) return []
  const types = (isArray(keyword.value) ? keyword.value : [keyword.value]).filter((each) => each !== 'null')
  const [type] = types
  if (types.length !== 1) return []
  return (WRONG_TEXTS[type as DrawnType] ?? []).map(([name, raw, needed]) => ({ keyword, name, raw, needed }))
}

/** What can stand in any part of a request: not empty, one line, no blanks at its ends. */
function textOf(value: Json): string | undefined {
  const raw = typeof value === 'string' ? value : typeof value === 'number' ? plainly(value) : undefined
  return raw !== undefined && /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(raw) ? raw : undefined
}

/** A number without an exponent. */
function plainly(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}
