import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a `full-date` of RFC 3339 §5.6 that exists in the calendar (§5.7). */
export function isDate(value: string): boolean {
  if (!DATE.test(value)) return false
  const year = Number(value.slice(0, 4))
  const day = Number(value.slice(8))
  return day >= 1 && day <= daysOf(year, Number(value.slice(5, 7)))
}

function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
}

export const date: SchemaFormat = {
  name: 'date',
  appliesTo: 'string',
  check: isDate,
  samples: ['2030-01-15', '2028-02-29'],
  more: dates,
  negatives: (value) => [
    needed('leap-day-of-2100', ['2100-02-29']),
    optional('february-30', [`${value.slice(0, 4)}-02-30`]),
    needed('slashes', [value.replaceAll('-', '/')]),
    optional('short', [value.slice(0, 7)]),
    optional('with-time', [`${value}T00:00:00Z`]),
  ],
}

/** Yields two days per month, for 2030 to 2100 and then for 2029 back to 1900. */
export function* dates(): Generator<string> {
  const years = Array.from({ length: 201 }, (_, index) => (index < 71 ? 2030 + index : 2100 - index))
  for (const year of years) {
    for (let month = 1; month <= 12; month++) {
      yield `${year}-${String(month).padStart(2, '0')}-01`
      yield `${year}-${String(month).padStart(2, '0')}-15`
    }
  }
}
