import { instantIn } from '../invariants/time-functions.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { isUuid } from '../schemas/formats.ts'

/**
 * True if two values are equal. Two date-times are equal if they are the same instant. An absent value is not equal to
 * null.
 */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (typeof one === 'string' && typeof other === 'string') return sameInstant(one, other)
  if (isArray(one) && isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]))
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one)
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
    )
  }
  return false
}

/**
 * True if two values are equal. Two lists of objects are equal in any order, because a JSON Schema cannot promise an
 * order.
 */
export function sameRecords(one: Json | undefined, other: Json | undefined): boolean {
  if (!isArray(one) || !isArray(other) || !one.every((item) => isObject(item))) return sameValue(one, other)
  if (one.length !== other.length) return false
  const rest = [...other]
  return one.every((item) => {
    const index = rest.findIndex((each) => sameValue(item, each))
    return index >= 0 && rest.splice(index, 1).length === 1
  })
}

/** True if both values are the same UUID. Upper and lower case do not matter. RFC 9562 §4. */
export function sameUuid(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string' || !isUuid(one)) return false
  return one.toLowerCase() === other.toLowerCase()
}

/** True if both texts are date-times of the same instant, to the millisecond. */
export function sameInstant(one: string, other: string): boolean {
  const instant = instantIn(one)
  return instant !== undefined && instant === instantIn(other)
}

/** True if `value` may be the result of the merge patch `patch`. RFC 7396 §2. */
export function hasMerged(value: Json | undefined, patch: Json | undefined): boolean {
  if (patch === null) return value === undefined || value === null
  if (!isObject(patch)) return sameValue(value, patch) || sameUuid(value, patch)
  return isObject(value) && Object.keys(patch).every((name) => hasMerged(value[name], patch[name]))
}

/**
 * True if `stored` is a permitted form of the sent value. The permitted forms are a text with the same letters and
 * digits, a list with the same items in another order or with repeated items, and an object with at least the same
 * properties.
 */
export function isAlike(sent: Json | undefined, stored: Json | undefined): boolean {
  if (typeof sent === 'string' && typeof stored === 'string') return folded(sent) === folded(stored)
  if (isObject(sent)) return hasMerged(stored, sent)
  if (!isArray(sent) || !isArray(stored)) return false
  const includes = (list: readonly Json[], item: Json): boolean => list.some((each) => sameValue(item, each))
  return sent.every((item) => includes(stored, item)) && stored.every((item) => includes(sent, item))
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
