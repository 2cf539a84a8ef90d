import type { Environment } from '@marcbachmann/cel-js'
import { isDateTime } from '../schemas/formats.ts'
import { AbsentValue } from './absent-value.ts'

const PARTS: Readonly<Record<string, (clock: WallClock) => number>> = {
  getFullYear: (clock) => clock.year,
  getMonth: (clock) => clock.month - 1,
  getDate: (clock) => clock.day,
  getDayOfMonth: (clock) => clock.day - 1,
  getHours: (clock) => clock.hour,
  getMinutes: (clock) => clock.minute,
  getSeconds: (clock) => clock.second,
}

/** The functions that accept a time zone. */
export const ZONED_GETTERS: ReadonlySet<string> = new Set(Object.keys(PARTS))

/**
 * Adds functions to CEL: `Timestamp(string)` for date-times of RFC 3339, and others such as `GetHours(zone)` for IANA
 * time zones.
 */
export function registerTime(environment: Environment): void {
  environment.registerFunction('Timestamp(string): google.protobuf.Timestamp', instantOf)
  for (const [name, part] of Object.entries(PARTS)) {
    const signature = `google.protobuf.Timestamp.${name.replace('g', 'G')}(string): int`
    environment.registerFunction(signature, (at: Date, zone: string) => BigInt(part(wallClock(at, zone))))
  }
}

/**
 * Returns the instant of an RFC 3339 date-time in whole milliseconds. A leap second counts as the second before. Throws
 * `AbsentValue` for other text.
 */
export function instantOf(text: string): Date {
  const instant = instantIn(text)
  if (instant === undefined) throw new AbsentValue('invalid_timestamp')
  return new Date(instant)
}

/** Returns the milliseconds since 1970 UTC of an RFC 3339 date-time, or undefined for other text. */
export function instantIn(text: string): number | undefined {
  if (!isDateTime(text)) return undefined
  return Date.parse(NEEDS_CONVERSION.test(text) ? inJavaScriptSyntax(text) : text)
}

/**
 * Matches lower-case letters, fractions and leap seconds in a date-time, which `Date` does not parse as RFC 3339 says.
 */
const NEEDS_CONVERSION = /[tz.]|:60/

function inJavaScriptSyntax(text: string): string {
  return text
    .toUpperCase()
    .replace(/:60(?=[.Z+-])/, ':59')
    .replace(/(\.\d{3})\d+/, '$1')
}

interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * The formatter and the last result for each time zone. Formatters are slow to create, and invariants often read
 * several parts of one instant.
 */
const zones = new Map<string, { readonly formatter: Intl.DateTimeFormat; at: number; clock?: WallClock }>()

function wallClock(instant: Date, name: string): WallClock {
  const zone = zones.get(name) ?? { formatter: formatterOf(name), at: NaN }
  zones.set(name, zone)
  const at = instant.getTime()
  if (zone.clock !== undefined && zone.at === at) return zone.clock
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = zone.formatter
    .format(at)
    .split(/\D+/)
    .map(Number)
  zone.at = at
  zone.clock = { year, month, day, hour, minute, second }
  return zone.clock
}

/** Returns a formatter for a time zone, which prints `1/5/2026, 04:00:00`. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numeric, ...time })
}
