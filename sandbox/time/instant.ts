import { daysInMonth, toDayNumber } from './calendar.ts'

/** A point in time, exact to any number of fraction digits. */
export interface Instant {
  /** Whole seconds since 1970 UTC, rounded down. */
  readonly seconds: number
  /** The digits after the decimal point, without trailing zeros; empty when there are none. */
  readonly fraction: string
}

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/
const SECONDS_PER_DAY = 86_400

/** Reads an RFC 3339 §5.6 date-time. Whatever is not one, or never was on a clock, is undefined. */
export function parseInstant(text: string): Instant | undefined {
  const parts = DATE_TIME.exec(text)
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  const offsetHour = Number(parts[9] ?? 0)
  const offsetMinute = Number(parts[10] ?? 0)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined
  const offset = (parts[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60
  const seconds = toDayNumber({ year, month, day }) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - offset
  if (second === 60 && !isAfterLeapSecond(seconds)) return undefined
  return { seconds, fraction: (parts[7] ?? '').replace(/0+$/, '') }
}

/** A leap second is the last of a month in UTC (RFC 3339 §5.7); counted as the first second of the next. */
function isAfterLeapSecond(seconds: number): boolean {
  if (seconds % SECONDS_PER_DAY !== 0) return false
  const dayNumber = seconds / SECONDS_PER_DAY
  const date = new Date(dayNumber * SECONDS_PER_DAY * 1000)
  return date.getUTCDate() === 1
}

/** The instant of so many milliseconds since 1970 UTC. */
export function fromMilliseconds(milliseconds: number): Instant {
  const seconds = Math.floor(milliseconds / 1000)
  const fraction = String(milliseconds - seconds * 1000).padStart(3, '0')
  return { seconds, fraction: fraction.replace(/0+$/, '') }
}

/** Milliseconds since 1970 UTC, rounded down. */
export function toMilliseconds({ seconds, fraction }: Instant): number {
  return seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
}

/** The instant so many minutes later. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return { seconds: instant.seconds + minutes * 60, fraction: instant.fraction }
}

/** True when `one` comes before `other`. */
export function isBefore(one: Instant, other: Instant): boolean {
  // Without trailing zeros, digits after the point sort as text does.
  return one.seconds === other.seconds ? one.fraction < other.fraction : one.seconds < other.seconds
}
