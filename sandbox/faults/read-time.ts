import { parseInstant, type Instant } from '../time/instant.ts'

/** Ways to read a date-time that are too kind. What keeps RFC 3339 they read as it is meant. */

/** Takes a time without an offset for UTC. */
export function readNaive(text: string): Instant | undefined {
  return parseInstant(text) ?? parseInstant(`${text}Z`)
}

/** Rolls 30 February back to the 28th. */
export function readRolling(text: string): Instant | undefined {
  const rolled = /^(\d{4}-\d{2})-(?:29|30|31)(T.*)$/.exec(text)
  return parseInstant(text) ?? (rolled === null ? undefined : parseInstant(`${rolled[1]}-28${rolled[2]}`))
}

/** Takes a blank for the `T`. */
export function readBlank(text: string): Instant | undefined {
  return parseInstant(text.replace(' ', 'T'))
}

/** Takes a minute after the 59th for the 59th. */
export function readLateMinute(text: string): Instant | undefined {
  return parseInstant(text.replace(/(T\d\d:)[6-9]\d/, '$159'))
}

/** Takes an offset of 24 hours for none. */
export function readWideOffset(text: string): Instant | undefined {
  return parseInstant(text.replace(/[+-]24:00$/, 'Z'))
}

/** Takes an offset without its colon. */
export function readBareOffset(text: string): Instant | undefined {
  return parseInstant(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
}

/** Takes whatever `Date` takes. */
export function readAnything(text: string): Instant | undefined {
  const milliseconds = Date.parse(text)
  return parseInstant(text) ?? (Number.isNaN(milliseconds) ? undefined : { seconds: milliseconds / 1000, fraction: '' })
}

/** The instant at which a clock in UTC shows what the text shows, whatever its offset. */
export function readWallClock(text: string): Instant | undefined {
  return parseInstant(text) === undefined ? undefined : parseInstant(text.replace(/(?:[Zz]|[+-]\d\d:\d\d)$/, 'Z'))
}

/** True for a date-time that lacks nothing but its offset. */
export function isNaive(value: unknown): boolean {
  return typeof value === 'string' && parseInstant(value) === undefined && parseInstant(`${value}Z`) !== undefined
}
