import { instantOf, parseTime } from '../common/parse-time.ts'
import { Refusal } from '../common/refusal.ts'
import { instantIn } from '../common/zone.ts'
import { readId } from './find.ts'
import type { Server } from './server.ts'
import type { AnivaSettings } from './switches.ts'

/**
 * A time in a request. `wall` is its date and time of day without the offset, in milliseconds since 1970 as if they
 * were UTC. `instant` is the moment that the text means. The offset is in minutes.
 */
export interface WrittenTime {
  readonly wall: number
  readonly instant: number
  readonly offset: number
}

/** The fields of an update. Their form has been checked. Null clears a field. */
export interface Change {
  scheduledAt?: WrittenTime | null
  locationId?: string | null
}

/** Returns the refusal for an invalid value. */
export const invalid = (settings: AnivaSettings, message: string): Refusal =>
  new Refusal(Number(settings['validation-status']), message)

/** Reads the fields of an update. Checks their form, but compares nothing with stored data. */
export function readChange(body: Readonly<Record<string, unknown>>, server: Server) {
  const { settings } = server
  const change: Change = {}
  const problems: Refusal[] = []
  for (const [name, value] of Object.entries(body)) {
    try {
      readField(name, value, change, server)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(error)
    }
  }
  if (Object.keys(body).length === 0 && settings['empty-body'] === 'refused')
    problems.push(invalid(settings, 'the body must have a field'))
  return { change, problem: problems[0] }
}

function readField(name: string, value: unknown, change: Change, server: Server): void {
  const { settings } = server
  if (name !== 'scheduled_at' && name !== 'location_id') {
    if (settings['unknown-fields'] === 'refused') throw invalid(settings, 'the body has an unknown field')
    return
  }
  if (value === null) {
    const position = name === 'scheduled_at' ? settings['null-time'] : settings['null-location']
    if (position === 'refused') throw invalid(settings, `${name} must not be null`)
    if (position === 'clears') change[name === 'scheduled_at' ? 'scheduledAt' : 'locationId'] = null
    return
  }
  if (name === 'location_id') change.locationId = readId(value, name, server)
  else change.scheduledAt = readTime(value, settings)
}

/** Reads a time that ends with an offset or `Z`. */
export function readTime(value: unknown, settings: AnivaSettings): WrittenTime {
  if (typeof value !== 'string') throw invalid(settings, 'scheduled_at must be a string')
  const time = parseTime(value)
  if (time === undefined) throw invalid(settings, 'scheduled_at is not a date and time')
  const refused = {
    'no-seconds': settings['without-seconds'] === 'refused',
    'lower-case': settings['lower-case-time'] === 'refused',
    'compact-offset': settings['compact-offset'] === 'refused',
    'negative-zero': settings['negative-zero'] === 'refused',
    'week-date': settings['week-date'] === 'refused',
    fraction: settings.fractions === 'refused',
  }
  if ([...time.forms].some((form) => refused[form]))
    throw invalid(settings, 'scheduled_at has a form that is not supported')
  if (time.offset === undefined) throw new Refusal(400, 'scheduled_at must have a timezone designator')
  const cut = (instant: number): number =>
    settings.fractions === 'dropped' ? Math.floor(instant / 1000) * 1000 : instant
  return { wall: cut(time.wall), instant: cut(instantOf(time)), offset: time.offset }
}

/** Returns the moment that the server stores for a sent time. `zone` is the time zone of the location. */
export const instantAt = ({ wall, instant }: WrittenTime, zone: string | null, settings: AnivaSettings): number =>
  settings['instant-shifted'] === 'on' ? (zone === null ? wall : instantIn(wall, zone)) : instant
