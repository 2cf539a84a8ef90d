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

/** The names of the getters that accept a time zone. */
export const ZONED_GETTERS: ReadonlySet<string> = new Set(Object.keys(PARTS))

/**
 * Registers two kinds of functions for CEL: `Timestamp(string)`, which accepts every date-time of RFC 3339, and getters
 * such as `GetHours(zone)`, which accept an IANA time zone.
 */
export function registerTime(environment: Environment): void {
  environment.registerFunction('Timestamp(string): google.protobuf.Timestamp', instantOf)
  for (const [name, part] of Object.entries(PARTS)) {
    const signature = `google.protobuf.Timestamp.${name.replace('g', 'G')}(string): int`
    environment.registerFunction(signature, (at: Date, zone: string) => BigInt(part(wallClock(at, zone))))
  }
}

/**
 * Returns the instant of an RFC 3339 date-time, truncated to milliseconds. A leap second counts as the second before
 * it. Throws `AbsentValue` if `text` is not a date-time.
 */
export function instantOf(text: string): Date {
  const instant = instantIn(text)
  if (instant === undefined) throw new AbsentValue('invalid_timestamp')
  return new Date(instant)
}

/**
 * Returns the instant of an RFC 3339 date-time in milliseconds since the epoch. Returns undefined if `text` is not a
 * date-time.
 */
export function instantIn(text: string): number | undefined {
  if (!isDateTime(text)) return undefined
  return Date.parse(NEEDS_CONVERSION.test(text) ? inJavaScriptSyntax(text) : text)
}

/**
 * Matches the parts of an RFC 3339 date-time that `Date` parses differently or cannot parse: lower-case letters,
 * fractions, leap seconds.
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
 * For each time zone, the formatter and its last result. Formatters are slow to create, and a rule often reads both the
 * hours and the minutes of an instant.
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

/** Returns a formatter that writes an instant as `1/5/2026, 04:00:00` in the time zone. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numeric, ...time })
}
