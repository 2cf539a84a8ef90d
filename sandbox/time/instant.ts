/** A point in time. Its fraction of a second can have any number of digits. */
export interface Instant {
  /** Whole seconds since 1970 UTC, rounded down. */
  readonly seconds: number
  /** The digits of the fraction of a second, without trailing zeros. Empty if there is no fraction. */
  readonly fraction: string
}

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/
const SECONDS_PER_DAY = 86_400

/**
 * Parses a date-time of RFC 3339 §5.6. Returns undefined if `text` is not a date-time, or if that time does not exist.
 */
export function parseInstant(text: string): Instant | undefined {
  const parts = DATE_TIME.exec(text)
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  const offsetHour = Number(parts[9] ?? 0)
  const offsetMinute = Number(parts[10] ?? 0)
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined
  const midnight = midnightOf(year, month, day)
  if (midnight === undefined) return undefined
  const offset = (parts[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60
  const seconds = midnight + hour * 3600 + minute * 60 + second - offset
  if (second === 60 && !isBeginningOfMonth(seconds)) return undefined
  return { seconds, fraction: (parts[7] ?? '').replace(/0+$/, '') }
}

/**
 * Returns the time at which a day begins in UTC, in seconds since 1970. Returns undefined if the day does not exist.
 */
function midnightOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  // Unlike the constructor of `Date`, `setUTCFullYear` does not read the years 0 to 99 as 1900 to 1999.
  // It reads 30 February as a day in March, so the month is compared.
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 1000 : undefined
}

/**
 * True if this time is the first second of a month in UTC. A leap second (`23:59:60`) occurs only at the end of a month
 * (RFC 3339 §5.7), and is stored as the next second, `00:00:00`.
 */
function isBeginningOfMonth(seconds: number): boolean {
  return seconds % SECONDS_PER_DAY === 0 && new Date(seconds * 1000).getUTCDate() === 1
}

/** Returns the instant that is `milliseconds` after 1970 UTC. */
export function fromMilliseconds(milliseconds: number): Instant {
  const seconds = Math.floor(milliseconds / 1000)
  const fraction = String(milliseconds - seconds * 1000).padStart(3, '0')
  return { seconds, fraction: fraction.replace(/0+$/, '') }
}

/** Returns the milliseconds from 1970 UTC to an instant, rounded down. */
export function toMilliseconds({ seconds, fraction }: Instant): number {
  return seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
}

/** Returns the instant that is `minutes` after `instant`. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return { seconds: instant.seconds + minutes * 60, fraction: instant.fraction }
}

/** True if `one` is earlier than `other`. */
export function isBefore(one: Instant, other: Instant): boolean {
  // Fractions are compared as texts. This is correct because they have no trailing zeros.
  return one.seconds === other.seconds ? one.fraction < other.fraction : one.seconds < other.seconds
}
