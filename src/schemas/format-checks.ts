/**
 * The formats that need more than a regular expression, as pure functions without imports, so that generated validators
 * can carry them along.
 */

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[zZ]|[+-]\d{2}:\d{2})$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const BASE64 = /^[a-z0-9+/]*={0,2}$/i
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const MINUTES_OF_A_DAY = 1440

function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
}

/** `full-date` of RFC 3339 §5.6 with the restrictions of §5.7: a day that the calendar has. */
export function isDate(value: string): boolean {
  if (!DATE.test(value)) return false
  const year = twoDigitsAt(value, 0) * 100 + twoDigitsAt(value, 2)
  const day = twoDigitsAt(value, 8)
  return day >= 1 && day <= daysOf(year, twoDigitsAt(value, 5))
}

/** Both are digits already; capturing them would cost more than all the rest. */
function twoDigitsAt(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

/**
 * `full-time` of RFC 3339 §5.6: the zone is compulsory, as `Z` or `±hh:mm`; `-00:00` is a zone (§4.3).
 * A second of 60 is a leap second (§5.7) and needs 23:59 in UTC once the offset is taken away. On which days there was
 * one, or will be, no syntax can know: every day may have it.
 */
export function isTime(value: string): boolean {
  if (!TIME.test(value)) return false
  const hour = twoDigitsAt(value, 0)
  const minute = twoDigitsAt(value, 3)
  const second = twoDigitsAt(value, 6)
  const zone = value.length - 6
  const isUtc = value.endsWith('Z') || value.endsWith('z')
  const offsetHour = isUtc ? 0 : twoDigitsAt(value, zone + 1)
  const offsetMinute = isUtc ? 0 : twoDigitsAt(value, zone + 4)
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false
  if (second < 60) return true
  const offset = (offsetHour * 60 + offsetMinute) * (value[zone] === '-' ? -1 : 1)
  const inUtc = (hour * 60 + minute - offset + 2 * MINUTES_OF_A_DAY) % MINUTES_OF_A_DAY
  return inUtc === MINUTES_OF_A_DAY - 1
}

/**
 * `date-time` of RFC 3339 §5.6, all of it and nothing else: `T` or `t` between date and time (the blank that a note in
 * §5.6 lets applications choose is not taken), any number of fraction digits, a compulsory zone.
 */
export function isDateTime(value: string): boolean {
  const separator = value[10]
  return (separator === 'T' || separator === 't') && isDate(value.slice(0, 10)) && isTime(value.slice(11))
}

/** 8-4-4-4-12 hex digits in any case, of any version and variant, without `urn:uuid:`. RFC 9562 §4. */
export function isUuid(value: string): boolean {
  return UUID.test(value)
}

/** Base64 with its padding. RFC 4648 §4. A file of some megabytes in groups of four would be too much for the stack. */
export function isByte(value: string): boolean {
  return value.length % 4 === 0 && BASE64.test(value)
}

/** A pattern that JavaScript can compile with the `u` flag. JSON Schema 2020-12 Validation §7.3.8. */
export function isRegex(value: string): boolean {
  try {
    return new RegExp(value, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** Absolute `URI` of RFC 3986 §3, by its characters; no scheme is looked into. */
export function isUri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i.test(
    value,
  )
}

/** Signed, 32 bits. OpenAPI format registry. */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31
}

/** Signed, 64 bits, as far as a double can tell: beyond 2^53 the value was rounded before anybody could look. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63
}
