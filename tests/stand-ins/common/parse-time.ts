/** A form of date-time that RFC 3339 forbids, or that servers often refuse. */
export type OddForm = 'lower-case' | 'compact-offset' | 'negative-zero' | 'week-date' | 'no-seconds' | 'fraction'

/** A parsed date-time of ISO 8601. */
export interface ParsedTime {
  /** The date and time of day in the text, in milliseconds since 1970. The offset in the text is ignored. */
  readonly wall: number
  /** The UTC offset in minutes; undefined if the text has no offset. */
  readonly offset: number | undefined
  readonly zulu: boolean
  readonly forms: ReadonlySet<OddForm>
}

const pattern =
  /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{4})-W(\d\d)-([1-7]))([Tt])(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?:([Zz])|([+-])(\d\d)(:?)(\d\d))?$/
const day = 86_400_000

/** Returns midnight of a week date such as 2026-W05-3 (ISO 8601 §4.4.4). Undefined if the year has no such week. */
function weekDate(year: number, week: number, weekday: number): number | undefined {
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day
  const found = monday + ((week - 1) * 7 + weekday - 1) * day
  return week < 1 || week > 53 || new Date(monday + ((week - 1) * 7 + 3) * day).getUTCFullYear() !== year
    ? undefined
    : found
}

function calendarDate(year: number, month: number, date: number): number | undefined {
  const found = new Date(Date.UTC(year, month - 1, date))
  return found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 ? found.getTime() : undefined
}

/**
 * Parses a date-time; returns undefined for any other text. Digits after the milliseconds are dropped. Years must be
 * from 100 to 9998: in another zone, a time of the year 9999 could be in the year 10000.
 */
export function parseTime(text: string): ParsedTime | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [, year, month, date, weekYear, week, weekday, t, hour, minute, second, fraction] = match
  const [, , , , , , , , , , , , z, sign, offsetHours, colon, offsetMinutes] = match
  const midnight =
    weekYear === undefined
      ? calendarDate(Number(year), Number(month), Number(date))
      : weekDate(Number(weekYear), Number(week), Number(weekday))
  const clock = [Number(hour), Number(minute), Number(second ?? 0)] as const
  if (midnight === undefined || new Date(midnight).getUTCFullYear() > 9998) return undefined
  if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return undefined
  if (Number(offsetHours ?? 0) > 23 || Number(offsetMinutes ?? 0) > 59) return undefined
  const size = Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)
  const odd: Record<OddForm, boolean> = {
    'lower-case': t === 't' || z === 'z',
    'compact-offset': sign !== undefined && colon === '',
    'negative-zero': sign === '-' && size === 0,
    'week-date': weekYear !== undefined,
    'no-seconds': second === undefined,
    fraction: fraction !== undefined,
  }
  return {
    wall:
      midnight +
      (clock[0] * 3600 + clock[1] * 60 + clock[2]) * 1000 +
      Math.floor(Number(`0${fraction ?? ''}`) * 1000 + 1e-6),
    offset: z === undefined && sign === undefined ? undefined : sign === '-' ? -size : size,
    zulu: z !== undefined,
    forms: new Set((Object.keys(odd) as OddForm[]).filter((form) => odd[form])),
  }
}

/** Returns the moment that a parsed time means. A time without an offset counts as UTC. */
export const instantOf = ({ wall, offset = 0 }: ParsedTime): number => wall - offset * 60_000
