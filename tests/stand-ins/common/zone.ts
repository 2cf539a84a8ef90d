const minute = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Caches offsets. Without the cache, formatting would take most of the time of a list request. */
const offsets = new Map<string, number>()

/** Returns the offset of an IANA zone from UTC at a moment, in minutes. */
export function offsetAt(instant: number, zone: string): number {
  const key = `${zone} ${instant}`
  const offset = offsets.get(key) ?? readOffset(instant, zone)
  offsets.set(key, offset)
  return offset
}

function readOffset(instant: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

/** Returns the moment at which a clock in the zone shows the date and time of `wall`, read as UTC. */
export function instantIn(wall: number, zone: string): number {
  const guess = wall - offsetAt(wall, zone) * minute
  return wall - offsetAt(guess, zone) * minute
}

/** Returns the moment at which it is `hour` o'clock in a zone, `days` days after the day of `now` in that zone. */
export function atHour(now: number, days: number, hour: number, zone: string): number {
  const today = new Date(now + offsetAt(now, zone) * minute)
  return instantIn(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days, hour), zone)
}

/** Returns the time of day that a clock in the zone shows, in hours with fractions. */
export function hourIn(instant: number, zone: string): number {
  const wall = new Date(instant + offsetAt(instant, zone) * minute)
  return wall.getUTCHours() + wall.getUTCMinutes() / 60
}

/**
 * Writes a moment as RFC 3339 with the given offset in minutes; `Z` means UTC. Milliseconds are written only if they
 * are not 0.
 */
export function render(instant: number, offset: number | 'Z'): string {
  const wall = new Date(instant + (offset === 'Z' ? 0 : offset * minute)).toISOString()
  const text = wall.replace(/\.000Z$/, 'Z').slice(0, -1)
  if (offset === 'Z') return `${text}Z`
  const two = (value: number): string => String(value).padStart(2, '0')
  const size = Math.abs(offset)
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Writes a moment as RFC 3339 with the offset that the zone has at that moment. */
export const renderIn = (instant: number, zone: string): string => render(instant, offsetAt(instant, zone))

/** Writes a moment as RFC 3339 in UTC, without milliseconds. */
export const renderStamp = (instant: number): string => render(Math.floor(instant / 1000) * 1000, 'Z')
