import type { Instant } from './instant.ts'

/** Time zones, as the IANA data of the machine describes them. */
export interface Zones {
  /** True if `zone` is an IANA name that this machine knows. */
  readonly isKnown: (zone: string) => boolean
  /**
   * Returns how many minutes the zone is east of UTC at an instant. The seconds of historical offsets are rounded down.
   */
  readonly offsetAt: (zone: string, instant: Instant) => number
  /** True if the year of the instant has four digits in the zone, as RFC 3339 requires. */
  readonly canRender: (instant: Instant, zone: string) => boolean
  /**
   * Returns an instant in RFC 3339 with the offset of the zone. Returns undefined if the year does not have four
   * digits.
   */
  readonly render: (instant: Instant, zone: string) => string | undefined
  /**
   * Returns the instant of a local time in the zone. The local time is `minutesOfDay` minutes after midnight, `days`
   * days after the day of `from`.
   */
  readonly atWallTime: (zone: string, from: Instant, days: number, minutesOfDay: number) => Instant
  /**
   * Returns the first clock change of the zone after `from`. Returns undefined if there is no clock change within 60
   * weeks.
   */
  readonly nextChange: (zone: string, from: Instant) => Instant | undefined
}

const SECONDS_PER_DAY = 86_400
const YEAR_ZERO = Date.parse('0000-01-01T00:00:00Z') / 1000
const YEAR_TEN_THOUSAND = Date.parse('+010000-01-01T00:00:00Z') / 1000
// Length in seconds of the intervals for which offsets are cached.
// Since 1973, clocks have changed only at a full quarter of an hour in UTC.
const SECONDS_PER_OFFSET_ENTRY = 900
const OFFSETS_KEPT = 4096
const WEEK = 7 * SECONDS_PER_DAY
const WEEKS_LOOKED_AT = 60

/**
 * All sandboxes of a process share these caches, because the IANA data is the same for all and a formatter is slow to
 * create.
 */
const formatters = new Map<string, Intl.DateTimeFormat>()
const offsetsOfZones = new Map<string, Map<number, number>>()

/** Creates the time zones of one sandbox from the IANA data of the machine. */
export function createZones(): Zones {
  function formatterOf(zone: string): Intl.DateTimeFormat {
    const kept = formatters.get(zone)
    if (kept !== undefined) return kept
    const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', day: 'numeric' })
    formatters.set(zone, made)
    return made
  }

  function isKnown(zone: string): boolean {
    try {
      formatterOf(zone)
      return true
    } catch {
      return false
    }
  }

  function offsetAt(zone: string, { seconds }: Instant): number {
    if (zone === 'UTC') return 0
    const entry = Math.floor(seconds / SECONDS_PER_OFFSET_ENTRY)
    const offsets = offsetsOfZones.get(zone) ?? new Map<number, number>()
    const kept = offsets.get(entry)
    if (kept !== undefined) return kept
    const offset = readOffset(formatterOf(zone).format(entry * SECONDS_PER_OFFSET_ENTRY * 1000))
    if (offsets.size >= OFFSETS_KEPT) offsets.clear()
    offsets.set(entry, offset)
    offsetsOfZones.set(zone, offsets)
    return offset
  }

  function nextChange(zone: string, from: Instant): Instant | undefined {
    const offsetOf = (seconds: number) => offsetAt(zone, { seconds, fraction: '' })
    // The search starts at the beginning of a cached interval, so that fixtures of one day use the same cache entries.
    let before = Math.ceil(from.seconds / SECONDS_PER_OFFSET_ENTRY) * SECONDS_PER_OFFSET_ENTRY
    let weeks = 0
    while (offsetOf(before) === offsetOf(before + WEEK)) {
      weeks += 1
      if (weeks > WEEKS_LOOKED_AT) return undefined
      before += WEEK
    }
    let after = before + WEEK
    while (after - before > SECONDS_PER_OFFSET_ENTRY) {
      const entries = Math.floor((after - before) / SECONDS_PER_OFFSET_ENTRY / 2)
      const middle = before + entries * SECONDS_PER_OFFSET_ENTRY
      if (offsetOf(middle) === offsetOf(before)) before = middle
      else after = middle
    }
    return { seconds: after, fraction: '' }
  }

  return {
    isKnown,
    offsetAt,
    nextChange,
    canRender: (instant, zone) => {
      const local = instant.seconds + offsetAt(zone, instant) * 60
      return local >= YEAR_ZERO && local < YEAR_TEN_THOUSAND
    },
    render: (instant, zone) => renderAtOffset(instant, offsetAt(zone, instant)),
    atWallTime: (zone, from, days, minutesOfDay) => {
      const localSeconds = from.seconds + offsetAt(zone, from) * 60
      const midnight = (Math.floor(localSeconds / SECONDS_PER_DAY) + days) * SECONDS_PER_DAY
      const wall = midnight + minutesOfDay * 60
      const guess = { seconds: wall - offsetAt(zone, { seconds: wall, fraction: '' }) * 60, fraction: '' }
      return { seconds: wall - offsetAt(zone, guess) * 60, fraction: '' }
    },
  }
}

/**
 * Returns an instant in RFC 3339 with an offset in minutes. Returns undefined if the year does not have four digits.
 */
export function renderAtOffset(instant: Instant, offset: number): string | undefined {
  const local = renderLocal(instant, offset)
  if (local === undefined) return undefined
  const distance = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`
}

/** Returns a time in RFC 3339 in UTC with `Z`. Milliseconds are written only if they are not zero. */
export function renderUtc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}

function renderLocal({ seconds, fraction }: Instant, offset: number): string | undefined {
  const text = new Date((seconds + offset * 60) * 1000).toISOString()
  // `toISOString` writes years other than 0000 to 9999 with a sign and six digits, which RFC 3339 does not allow.
  if (text.length !== '0000-00-00T00:00:00.000Z'.length) return undefined
  return `${text.slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Returns in minutes the offset at the end of a formatted date, such as `GMT-05:00`, `GMT-04:56:02` or `GMT`. */
function readOffset(text: string): number {
  const parts = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
  if (parts?.[1] === undefined) return 0
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0)
  return Math.floor((parts[1] === '-' ? -seconds : seconds) / 60)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
