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

/** The names of the functions that can be called with a time zone. */
export const ZONED_GETTERS: ReadonlySet<string> = new Set(Object.keys(PARTS))

/**
 * Adds functions to CEL: `Timestamp(string)` for date-times of RFC 3339, and functions such as `GetHours(zone)` for
 * IANA time zones.
 */
export function registerTime(environment: Environment): void {
  environment.registerFunction('Timestamp(string): google.protobuf.Timestamp', instantOf)
  for (const [name, part] of Object.entries(PARTS)) {
    const signature = `google.protobuf.Timestamp.${name.replace('g', 'G')}(string): int`
    environment.registerFunction(signature, (at: Date, zone: string) => BigInt(part(wallClock(at, zone))))
  }
}

/**
 * Returns the instant of an RFC 3339 date-time, in whole milliseconds. A leap second becomes the second before it.
 * Throws `AbsentValue` if the text is not a date-time.
 */
export function instantOf(text: string): Date {
  const instant = instantIn(text)
  if (instant === undefined) throw new AbsentValue('invalid_timestamp')
  return new Date(instant)
}

/** Returns the milliseconds since 1970 UTC of an RFC 3339 date-time. Returns undefined for another text. */
export function instantIn(text: string): number | undefined {
  const known = instants.get(text)
  if (known !== undefined) return known
  if (!isDateTime(text)) return undefined
  const instant = Date.parse(NEEDS_CONVERSION.test(text) ? inJavaScriptSyntax(text) : text)
  if (instants.size >= MOST_INSTANTS) instants.clear()
  instants.set(text, instant)
  return instant
}

/** The instants of recent date-times. They are cached, because several rules read the same date-time of a response. */
const instants = new Map<string, number>()
const MOST_INSTANTS = 500

/**
 * Matches a date-time that must be converted before `Date` parses it as RFC 3339 requires: one with lower-case letters,
 * a fraction or a leap second.
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

/** A time zone. Its formatter is slow to create and to use, so the offset of each day is computed only once. */
interface Zone {
  readonly formatter: Intl.DateTimeFormat
  /** The offset from UTC in milliseconds, by day since 1970 UTC. Undefined if the offset changes during the day. */
  readonly offsets: Map<number, number | undefined>
}

const zones = new Map<string, Zone>()
const DAY = 86_400_000
/**
 * The first and last day whose offsets are cached: from 1972, when the last zones changed to offsets in whole minutes,
 * to 2099.
 */
const [FIRST_DAY, LAST_DAY] = [730, 47_481]

function wallClock(instant: Date, name: string): WallClock {
  const zone = zones.get(name) ?? { formatter: formatterOf(name), offsets: new Map<number, number | undefined>() }
  zones.set(name, zone)
  const at = instant.getTime()
  const offset = offsetOn(Math.floor(at / DAY), zone)
  if (offset === undefined) return read(at, zone)
  const wall = new Date(at + offset)
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  }
}

/** Returns the offset of a zone on a day in UTC. Returns undefined if the offset changes during the day. */
function offsetOn(day: number, zone: Zone): number | undefined {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) return undefined
  const { offsets } = zone
  if (offsets.has(day)) return offsets.get(day)
  const [offset, next] = [offsetAt(day * DAY, zone), offsetAt((day + 1) * DAY, zone)]
  const found = offset === next ? offset : undefined
  offsets.set(day, found)
  return found
}

function offsetAt(at: number, zone: Zone): number {
  const { year, month, day, hour, minute, second } = read(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}

function read(at: number, { formatter }: Zone): WallClock {
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = formatter.format(at).split(/\D+/).map(Number)
  return { year, month, day, hour, minute, second }
}

/** Returns a formatter for a time zone. It prints instants in the form `1/5/2026, 04:00:00`. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numeric, ...time })
}
