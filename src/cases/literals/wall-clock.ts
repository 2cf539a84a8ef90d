// Cached, because it is slow to create a formatter and to compute an offset.
const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()
const OFFSETS_KEPT = 10_000

/** True for a time zone: `Z`, an offset such as `+02:00`, or a name of the IANA database. */
export function isZone(zone: string): boolean {
  if (fixedOffset(zone) !== undefined) return true
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false
  try {
    formatter(zone)
    return true
  } catch {
    return false
  }
}

/**
 * Returns the UTC offset of a time zone at an instant, in milliseconds. The offset is positive if the zone is ahead of
 * UTC.
 */
export function offsetAt(instant: number, zone: string): number {
  const fixed = fixedOffset(zone)
  if (fixed !== undefined) return fixed
  const key = `${zone} ${instant}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = readOffset(instant, zone)
  if (offsets.size >= OFFSETS_KEPT) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function readOffset(instant: number, zone: string): number {
  const parts = new Map(
    formatter(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(instant / 1000) * 1000
}

/**
 * Returns the instants at which clocks in `zone` show the local time `wall`. Returns an empty list if a clock change
 * skips this time, and two instants if the time occurs twice. `wall` is the local time in milliseconds since 1970,
 * computed as if the zone were UTC.
 */
export function instantsOf(wall: number, zone: string): number[] {
  const day = 86_400_000
  const offsets = new Set([offsetAt(wall - day, zone), offsetAt(wall, zone), offsetAt(wall + day, zone)])
  return [...offsets].map((offset) => wall - offset).filter((instant) => instant + offsetAt(instant, zone) === wall)
}

/**
 * Writes an instant as `YYYY-MM-DDThh:mm:ss` with the offset of the zone. Returns undefined if the result is not valid
 * in RFC 3339.
 */
export function renderInstant(instant: number, zone: string): string | undefined {
  const offset = offsetAt(instant, zone)
  const wall = new Date(instant + offset)
  if (Number.isNaN(wall.getTime()) || wall.getUTCFullYear() < 0 || wall.getUTCFullYear() > 9999) return undefined
  if (offset % 60_000 !== 0) return undefined
  return wall.toISOString().slice(0, 19) + (zone === 'Z' ? 'Z' : renderOffset(offset / 60_000))
}

function renderOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function fixedOffset(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const match = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/.exec(zone)
  if (match === null) return undefined
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}
