import type { Check } from '../../behaviour.ts'
import type { AnivaFault } from '../../fault.ts'
import type { AnivaBehaviour } from '../../aniva/behaviour.ts'
import { accessChecks } from '../../aniva/checks/access.ts'
import { conflictChecks } from '../../aniva/checks/conflicts.ts'
import { zoneOf } from '../../aniva/show.ts'
import {
  type AnivaUpdate,
  appointmentOf,
  fieldOf,
  fieldsOf,
  refuse,
  requestedLocation,
  requestedTime,
} from '../../aniva/update.ts'
import { isJsonObject } from '../../json-text.ts'
import { fromMilliseconds, type Instant, isBefore, parseInstant } from '../../time/instant.ts'
import { renderAtOffset, type Zones } from '../../time/zones.ts'

type Checks = AnivaBehaviour['checks']
type Tell = AnivaFault['tell']

const MINUTE = 60_000
const QUARTER = 91 * 86_400

/**
 * Lies that were written from the vendor’s page and the document alone, by somebody who did not know what the gate
 * looks for.
 */
export const anivaBlind: readonly AnivaFault[] = [
  {
    api: 'aniva',
    family: 'time',
    id: 'aniva-american-daylight-saving',
    lie: 'European clocks are changed on the American days, some weeks too early in spring and one too late in autumn.',
    caughtBy: ['invariant'],
    tell: (truth) => ({
      show: (appointment, world) => {
        const { scheduledAt } = appointment
        const zone = zoneOf(appointment, world)
        const shown = truth.show(appointment, world)
        if (scheduledAt === null || zone?.startsWith('Europe/') !== true) return shown
        return { ...shown, scheduled_at: renderAtOffset(scheduledAt, americanOffset(zone, scheduledAt, world.zones)) }
      },
    }),
  },
  {
    api: 'aniva',
    family: 'validation',
    id: 'aniva-leap-day-of-a-century',
    lie: 'The 29 February of a century that is no leap year is taken as the 1 March.',
    caughtBy: ['negative_data_rejection'],
    tell: ({ readTime }) => ({
      readTime: (text) => readTime(text) ?? readTime(text.replace(/^(\d{2}00)-02-29/, '$1-03-01')),
    }),
  },
  {
    api: 'aniva',
    family: 'update',
    id: 'aniva-refusal-stamps',
    lie: 'An update that is refused with 409 moves updated_at.',
    caughtBy: ['refused_update_leaves_no_trace'],
    tell: () => ({
      answer: (answer, update) => {
        const before = appointmentOf(update)
        if (answer.status === 409 && before !== undefined) {
          update.world.store.appointments.set(before.id, { ...before, updatedAt: update.now })
        }
        return answer
      },
    }),
  },
  {
    api: 'aniva',
    family: 'update',
    id: 'aniva-location-written-before-time',
    lie: 'An update that is refused for a time in the past has already written its location.',
    caughtBy: ['refused_update_leaves_no_trace'],
    tell: changing('scheduled-at-is-ahead', (isAhead) => (update) => {
      const refusal = isAhead(update)
      const [before, location] = [appointmentOf(update), requestedLocation(update)]
      if (refusal !== undefined && before !== undefined && location !== undefined) {
        update.world.store.appointments.set(before.id, { ...before, locationId: location.id })
      }
      return refusal
    }),
  },
  {
    api: 'aniva',
    family: 'validation',
    id: 'aniva-past-with-location',
    lie: 'A time in the past is taken when a location is sent along.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing(
      'scheduled-at-is-ahead',
      (isAhead) => (update) => (fieldOf(update, 'location_id') === undefined ? isAhead(update) : undefined),
    ),
  },
  {
    api: 'aniva',
    family: 'time',
    id: 'aniva-quarter-of-an-hour-of-grace',
    lie: 'A time that is past by less than a quarter of an hour is taken.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing('scheduled-at-is-ahead', (isAhead) => (update) => {
      const time = requestedTime(update)
      const isRecent = time !== undefined && isBefore(fromMilliseconds(update.now - 15 * MINUTE), time)
      return isRecent ? undefined : isAhead(update)
    }),
  },
  {
    api: 'aniva',
    family: 'validation',
    id: 'aniva-inactive-location-with-time',
    lie: 'A location that is not active is taken when a time is sent along.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing(
      'location-is-active',
      (isActive) => (update) => (fieldOf(update, 'scheduled_at') === undefined ? isActive(update) : undefined),
    ),
  },
  {
    api: 'aniva',
    family: 'credentials',
    id: 'aniva-foreign-location-while-pending',
    lie: 'A pending appointment can be moved to a location outside the access context.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing(
      'location-is-in-context',
      (isInContext) => (update) => (appointmentOf(update)?.status === 'pending' ? undefined : isInContext(update)),
    ),
  },
  {
    api: 'aniva',
    family: 'validation',
    id: 'aniva-location-in-upper-case-unknown',
    lie: 'A location_id in upper case is not found.',
    caughtBy: ['positive_data_acceptance', 'scenario_expectation'],
    tell: changing('location-exists', (exists) => (update) => {
      const locationId = fieldOf(update, 'location_id')
      return typeof locationId === 'string' && locationId !== locationId.toLowerCase()
        ? refuse(404, 'There is no such location.')
        : exists(update)
    }),
  },
  {
    api: 'aniva',
    family: 'update',
    id: 'aniva-height-rounded-in-answer',
    lie: 'The answer to an update rounds the height in the profile.',
    caughtBy: ['partial_update_frame'],
    tell: () => ({
      answer: (answer) => {
        const { body } = answer
        if (!isJsonObject(body) || !isJsonObject(body['profile'])) return answer
        const { profile } = body
        const height = typeof profile['height'] === 'number' ? Math.round(profile['height']) : profile['height']
        return { ...answer, body: { ...body, profile: { ...profile, height } } }
      },
    }),
  },
  {
    api: 'aniva',
    family: 'response-schema',
    id: 'aniva-zero-seconds-left-out',
    lie: 'A scheduled_at at a full minute is shown without seconds.',
    caughtBy: ['response_schema_conformance'],
    tell: (truth) => ({
      show: (appointment, world) => {
        const shown: Readonly<Record<string, unknown>> = { ...truth.show(appointment, world) }
        const time = shown['scheduled_at']
        return typeof time === 'string'
          ? { ...shown, scheduled_at: time.replace(/:00(?=(?:Z|[+-]\d\d:\d\d)$)/, '') }
          : shown
      },
    }),
  },
  {
    api: 'aniva',
    family: 'time',
    id: 'aniva-lower-case-time-refused',
    lie: 'A date-time with a small t or z is refused.',
    caughtBy: ['scenario_expectation'],
    tell: ({ readTime }) => ({ readTime: (text) => (/[tz]/.test(text) ? undefined : readTime(text)) }),
  },
  {
    api: 'aniva',
    family: 'status',
    id: 'aniva-charset-refused',
    lie: 'A content type with a parameter charset is refused with 415.',
    caughtBy: ['positive_data_acceptance', 'status_code_conformance'],
    tell: changing(
      'content-type-is-json',
      (isJson) => (update) =>
        update.contentType?.includes(';') === true ? refuse(415, 'The media type is not supported.') : isJson(update),
    ),
  },
  {
    api: 'aniva',
    family: 'status',
    id: 'aniva-id-before-key',
    lie: 'An id that is no UUID is told before the key is looked at.',
    caughtBy: ['scenario_expectation'],
    tell: askingFirst('id-is-uuid'),
  },
  {
    api: 'aniva',
    family: 'status',
    id: 'aniva-status-before-body',
    lie: 'An appointment that cannot be modified is told before the body is looked at.',
    caughtBy: ['negative_data_rejection', 'scenario_expectation'],
    tell: ({ checks }) => ({ checks: { ...accessChecks, ...conflictChecks, ...checks } }),
  },
  {
    api: 'aniva',
    family: 'validation',
    id: 'aniva-status-from-request',
    lie: 'A status in the request is not refused but taken over.',
    caughtBy: ['negative_data_rejection'],
    tell: (truth) => ({
      checks: {
        ...truth.checks,
        'fields-are-known': (update) => {
          const { status: _, ...value } = fieldsOf(update.body) ?? {}
          return truth.checks['fields-are-known']({ ...update, body: { kind: 'value', value } })
        },
      },
      apply: (before, update) => {
        const status = STATUSES.find((known) => known === fieldOf(update, 'status')) ?? before.status
        return { ...truth.apply(before, update), status }
      },
    }),
  },
  {
    api: 'aniva',
    family: 'time',
    id: 'aniva-wall-clock-at-new-location',
    lie: 'With a new time and a new location at once, the time is read as the wall clock there, whatever its offset.',
    caughtBy: ['instant_preserved'],
    tell: (truth) => ({
      apply: (before, update) => {
        const after = truth.apply(before, update)
        const [text, location] = [fieldOf(update, 'scheduled_at'), requestedLocation(update)]
        if (typeof text !== 'string' || location === undefined || after.scheduledAt === null) return after
        const wall = parseInstant(`${text.slice(0, 19)}Z`) ?? after.scheduledAt
        const offset = update.world.zones.offsetAt(location.timezone ?? 'UTC', wall)
        return { ...after, scheduledAt: { seconds: wall.seconds - offset * 60, fraction: after.scheduledAt.fraction } }
      },
    }),
  },
  {
    api: 'aniva',
    family: 'update',
    id: 'aniva-second-update-within-a-second',
    lie: 'A second update within a second of the first is answered and never written.',
    caughtBy: ['partial_update_frame'],
    tell: ({ keep }) => ({
      keep: (after, update) => {
        const before = appointmentOf(update)?.updatedAt ?? null
        if (before === null || update.now - before >= 1000) keep(after, update)
      },
    }),
  },
  {
    api: 'aniva',
    family: 'error-body',
    id: 'aniva-unknown-location-in-another-shape',
    lie: 'The 404 of a location is written by another service, which has no member error.',
    caughtBy: ['response_schema_conformance'],
    tell: () => ({
      answer: (answer, update) =>
        answer.status === 404 && appointmentOf(update) !== undefined
          ? { ...answer, body: { code: 'LOCATION_NOT_FOUND', detail: 'No location has that id.' } }
          : answer,
    }),
  },
]

const STATUSES = ['pending', 'confirmed', 'blood_drawn', 'cancelled'] as const

/** One check is exchanged for what is made of it. */
function changing(name: keyof Checks, change: (check: Check<AnivaUpdate>) => Check<AnivaUpdate>): Tell {
  return ({ checks }) => ({ checks: { ...checks, [name]: change(checks[name]) } })
}

/** Those checks are asked before all others. */
function askingFirst(...names: readonly (keyof Checks)[]): Tell {
  return ({ checks }) => {
    const first: Partial<Checks> = Object.fromEntries(names.map((name) => [name, checks[name]]))
    return { checks: { ...first, ...checks } }
  }
}

function americanOffset(zone: string, instant: Instant, zones: Zones): number {
  const around = [-2, -1, 0, 1, 2].map((quarters) => ({ ...instant, seconds: instant.seconds + quarters * QUARTER }))
  const winterOffset = (name: string) => Math.min(...around.map((at) => zones.offsetAt(name, at)))
  const american = 'America/New_York'
  return winterOffset(zone) + zones.offsetAt(american, instant) - winterOffset(american)
}
