import { isArray, isObject, smallestNumber, type Json } from '../../json.ts'

/** A JSON number. An integer that a double cannot represent exactly is a bigint. */
export type Numeric = number | bigint

/** True for a JSON number. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint'
}

function compare(one: Numeric, other: Numeric): number {
  if (one < other) return -1
  return one > other ? 1 : 0
}

/** Returns the sum of a number and `difference`. The sum is exact if both are integers. */
export function plus(value: Numeric, difference: number): Numeric {
  const sum = Number(value) + difference
  const isExact = typeof value === 'number' && (!Number.isInteger(value) || Number.isSafeInteger(sum))
  return isExact || !Number.isInteger(difference) ? sum : smallestNumber(BigInt(value) + BigInt(difference))
}

/** True if two JSON values are equal. JSON Schema 2020-12 Core §4.2.2. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true
  if (isNumeric(one)) return isNumeric(other) && compare(one, other) === 0
  if (isArray(one)) {
    return isArray(other) && one.length === other.length && one.every((item, at) => isSameJson(item, other[at] ?? null))
  }
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name] ?? null, other[name] ?? null))
  )
}

/** True if a list has two equal items. */
export function hasRepeats(items: readonly Json[]): boolean {
  const scalars = new Set<Json>()
  const others: Json[] = []
  for (const item of items) {
    if (typeof item !== 'object' || item === null) {
      if (scalars.has(item)) return true
      scalars.add(item)
    } else {
      if (others.some((other) => isSameJson(item, other))) return true
      others.push(item)
    }
  }
  return false
}

/**
 * True if `value` is a multiple of `of` in decimal arithmetic. Example: 19.99 is a multiple of 0.01, although the
 * division of these doubles leaves a remainder.
 */
export function isMultiple(value: Numeric, of: Numeric): boolean {
  if (typeof value === 'number' && typeof of === 'number') {
    if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0
    if (!Number.isFinite(value) || !Number.isFinite(of)) return false
  }
  const one = decimalOf(value)
  const other = decimalOf(of)
  const scale = Math.max(one.places, other.places)
  if (scale - Math.min(one.places, other.places) > 400) return Number.isInteger(Number(value) / Number(of))
  return (one.digits * 10n ** BigInt(scale - one.places)) % (other.digits * 10n ** BigInt(scale - other.places)) === 0n
}

/**
 * True if the division of `value` by each step gives an integer in double arithmetic. False for 160027988.67 and 0.01.
 */
export function divides(value: number, steps: readonly number[]): boolean {
  return steps.every((step) => Number.isInteger(value / step))
}

/**
 * Returns the digits of a number as an integer, and the number of digits after the decimal point. Example: 1.25 gives
 * 125 and 2.
 */
export function decimalOf(value: Numeric): { digits: bigint; places: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) }
}

/** Returns the length of a text in code points. JSON Schema 2020-12 Validation §6.3.1. */
export function codePointLength(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const next = unit >= 0xd800 && unit <= 0xdbff ? text.charCodeAt(at + 1) : 0
    if (next >= 0xdc00 && next <= 0xdfff) at++
    length++
  }
  return length
}

/** True if a value has a JSON Schema type. 1.0 is an integer. JSON Schema 2020-12 Validation §6.1.1, Core §4.2.3. */
export function hasType(value: Json, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value)
    case 'number':
      return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))
    default:
      return typeof value === type
  }
}
