import { parseInstant, type Instant } from '../../sandbox/time/instant.ts'
import { renderAtOffset, type Zones } from '../../sandbox/time/zones.ts'

/** The parsers in this file read valid date-times correctly, and also accept date-times that RFC 3339 forbids. */

/** Returns a parser that replaces `pattern` by `replacement` and then parses the result as RFC 3339. */
const replacing =
  (pattern: RegExp | string, replacement: string) =>
  (text: string): Instant | undefined =>
    parseInstant(text) ?? parseInstant(text.replace(pattern, replacement))

/** Reads a time without an offset as UTC. */
export const readNaive = replacing(/$/, 'Z')

/** Reads 30 February as the 28th. */
export const readRolling = replacing(/^(\d{4}-\d{2})-(?:29|30|31)(?=T)/, '$1-28')

/** Accepts a blank instead of the `T` between date and time. */
export const readBlank = replacing(' ', 'T')

/** Reads the minutes 60 to 99 as minute 59. */
export const readLateMinute = replacing(/(T\d\d:)[6-9]\d/, '$159')

/** Reads the offset +24:00 or -24:00 as UTC. */
export const readWideOffset = replacing(/[+-]24:00$/, 'Z')

/** Accepts an offset without its colon. */
export const readBareOffset = replacing(/([+-]\d\d)(\d\d)$/, '$1:$2')

/** Reads a date without a time as midnight in UTC. */
export const readDate = replacing(/^\d{4}-\d{2}-\d{2}$/, '$&T00:00:00Z')

/** Accepts a time without seconds. */
export const readMinutes = replacing(/([Tt]\d\d:\d\d)(?=[Zz+-])/, '$1:00')

/** Reads 29 February in a century year that is not a leap year, such as 2100, as 1 March. */
export const readCenturyLeapDay = replacing(/^(\d{2}00)-02-29/, '$1-03-01')

/** Accepts every text that JavaScript's `Date` accepts. */
export function readAnything(text: string): Instant | undefined {
  const milliseconds = Date.parse(text)
  return parseInstant(text) ?? (Number.isNaN(milliseconds) ? undefined : { seconds: milliseconds / 1000, fraction: '' })
}

/**
 * True if the text would be a valid date-time with an offset at its end, and is invalid because the offset is missing.
 */
export function isNaive(value: unknown): boolean {
  return typeof value === 'string' && parseInstant(value) === undefined && parseInstant(`${value}Z`) !== undefined
}

/**
 * Takes the date and time that `wall` has in UTC, and reads them as local time of the zone. Returns the resulting
 * instant in RFC 3339.
 */
export function renderWallTime(wall: Instant, zone: string, zones: Zones): string | undefined {
  const guess = { ...wall, seconds: wall.seconds - zones.offsetAt(zone, wall) * 60 }
  const offset = zones.offsetAt(zone, guess)
  return renderAtOffset({ ...wall, seconds: wall.seconds - offset * 60 }, offset)
}
