import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

const TIME = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[zZ]|[+-]\d{2}:\d{2})$/
const MINUTES_OF_A_DAY = 1440

/**
 * True for a `full-time` of RFC 3339 §5.6, with `Z` or an offset such as `+01:00` or `-00:00` (§4.3). A leap second
 * (`:60`, §5.7) must be at 23:59 UTC of any day.
 */
export function isTime(value: string): boolean {
  if (!TIME.test(value)) return false
  const hour = Number(value.slice(0, 2))
  const minute = Number(value.slice(3, 5))
  const second = Number(value.slice(6, 8))
  const isUtc = /z$/i.test(value)
  const offsetHour = isUtc ? 0 : Number(value.slice(-5, -3))
  const offsetMinute = isUtc ? 0 : Number(value.slice(-2))
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false
  if (second < 60) return true
  const offset = (offsetHour * 60 + offsetMinute) * (value.at(-6) === '-' ? -1 : 1)
  const inUtc = (hour * 60 + minute - offset + 2 * MINUTES_OF_A_DAY) % MINUTES_OF_A_DAY
  return inUtc === MINUTES_OF_A_DAY - 1
}

export const time: SchemaFormat = {
  name: 'time',
  appliesTo: 'string',
  check: isTime,
  samples: ['10:00:00Z', '10:00:00+01:00'],
  more: times,
  negatives: (value) => [
    needed('naive', [value.replace(/([Zz]|[+-]\d\d:\d\d)$/, '')]),
    optional('minute-99', [value.replace(/:\d\d/, ':99')]),
  ],
}

/** Yields the time of every half hour in several spellings. */
export function* times(): Generator<string> {
  for (const rest of [':00Z', ':00.000Z', ':00.000000Z', ':00.000000000Z', ':00+01:00', ':00.000000000+01:00']) {
    for (let hour = 0; hour < 24; hour++) {
      yield `${String(hour).padStart(2, '0')}:00${rest}`
      yield `${String(hour).padStart(2, '0')}:30${rest}`
    }
  }
}
