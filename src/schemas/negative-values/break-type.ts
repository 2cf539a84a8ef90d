import { isArray, type Json } from '../../json.ts'
import { isNumeric } from '../values/values.ts'
import { needed, optional, type Attempt } from '../values/attempt.ts'
import type { NegativeMaker } from './place.ts'

/**
 * Makes values of wrong types: null, a value that lenient parsers convert to the right type (such as `"7"` for 7), and
 * values of other types.
 */
export const breakType: NegativeMaker = ({ keyword, value }) => {
  const allowed = new Set(isArray(keyword.value) ? keyword.value.map(String) : [String(keyword.value)])
  const isNumeric = allowed.has('integer') || allowed.has('number')
  const coerced = coercedNames(allowed)
  const attempts: readonly (readonly [type: string, name: string, values: readonly Json[]])[] = [
    ['null', 'null', [null]],
    ['number', 'fraction', allowed.has('integer') ? [fractionNear(value)] : []],
    ['string', 'string', [textOf(value, allowed)]],
    ['number', 'number', isNumeric ? [] : [numberOf(value)]],
    ['boolean', 'boolean', [true]],
    ['array', 'array', [[value], []]],
    ['object', 'object', [{}, { value }]],
  ]
  return attempts.flatMap(([type, name, values]): Attempt[] => {
    if (allowed.has(type) || values.length === 0) return []
    return [name === 'null' || coerced.has(name) ? needed(name, values) : optional(name, values)]
  })
}

/** Returns the names of the wrong types that a lenient parser would convert to an allowed type. */
function coercedNames(allowed: ReadonlySet<string>): ReadonlySet<string> {
  if (allowed.has('string')) return new Set(['number'])
  if (allowed.has('integer')) return new Set(['string', 'fraction'])
  if (allowed.has('number') || allowed.has('boolean')) return new Set(['string'])
  if (allowed.has('object')) return new Set(['array', 'string'])
  return new Set(['object', 'string'])
}

/** Returns a number or boolean as text. A lenient parser converts such a text back. */
function textOf(value: Json, allowed: ReadonlySet<string>): string {
  if (isNumeric(value) || typeof value === 'boolean') return String(value)
  if (allowed.has('integer') || allowed.has('number')) return '12'
  return allowed.has('boolean') ? 'true' : 'text'
}

function numberOf(value: Json): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
  return Number.isFinite(number) ? number : 12
}

function fractionNear(value: Json): number {
  const next = typeof value === 'number' ? value + 0.5 : 1.5
  return Number.isInteger(next) ? 1.5 : next
}
