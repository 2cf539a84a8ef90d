import { accessChecks } from '../../../sandbox/aniva/checks/access.ts'
import { anivaConflictChecks } from '../../../sandbox/aniva/checks/conflicts.ts'
import { showAnivaAppointment, zoneOf } from '../../../sandbox/aniva/show.ts'
import { anivaAppointmentOf, requestedLocation, requestedTime } from '../../../sandbox/aniva/update.ts'
import { fromMilliseconds, type Instant, isBefore, parseInstant } from '../../../sandbox/time/instant.ts'
import { renderAtOffset, type Zones } from '../../../sandbox/time/zones.ts'
import { bodyField, bodyFields, refuse } from '../../../sandbox/update.ts'
import { readCenturyLeapDay } from '../read-time.ts'
import {
  anivaFaults,
  answersWith,
  applies,
  changesCheck,
  changesField,
  checksFirst,
  readsTime,
  refusesAt,
  saves,
  sends,
  shows,
  skips,
  storesRefused,
  together,
  withFields,
} from '../changes.ts'

const QUARTER_OF_AN_HOUR = 15 * 60_000
const QUARTER_OF_A_YEAR = 91 * 86_400
const STATUSES = ['pending', 'confirmed', 'blood_drawn', 'cancelled'] as const
const NO_LOCATION = { code: 'LOCATION_NOT_FOUND', detail: 'No location has that id.' }

/** Returns the UTC offset of a European zone as if its clocks changed on the days on which American clocks change. */
function americanOffset(zone: string, instant: Instant, zones: Zones): number {
  const around = [-2, -1, 0, 1, 2].map((quarters) => ({
    ...instant,
    seconds: instant.seconds + quarters * QUARTER_OF_A_YEAR,
  }))
  const winterOffset = (name: string) => Math.min(...around.map((at) => zones.offsetAt(name, at)))
  const american = 'America/New_York'
  return winterOffset(zone) + zones.offsetAt(american, instant) - winterOffset(american)
}

/**
 * Faults of Aniva by an author who knew the vendor's documentation page and the OpenAPI document, but not the checks of
 * the gate.
 */
export const ANIVA_FIRST_SET = [
  ...anivaFaults('time', ['invariant'], {
    'aniva-american-daylight-saving': [
      'European clocks change on the American days: weeks early in spring, a week late in autumn.',
      shows((appointment, server) => {
        const { scheduledAt } = appointment
        const zone = zoneOf(appointment, server)
        if (scheduledAt === null || zone?.startsWith('Europe/') !== true) return false
        return { scheduled_at: renderAtOffset(scheduledAt, americanOffset(zone, scheduledAt, server.zones)) }
      }),
    ],
  }),
  ...anivaFaults('validation', ['negative_data_rejection'], {
    'aniva-leap-day-of-a-century': [
      '29 February of a century year without a leap day, such as 2100, is read as 1 March.',
      readsTime(readCenturyLeapDay),
    ],
    'aniva-status-from-request': [
      'A status in the request is stored and not refused.',
      together(
        changesCheck('fields-are-known', (areKnown) => (update) => {
          const { status: _, ...others } = bodyFields(update.body) ?? {}
          return areKnown(withFields(update, others))
        }),
        applies((_after, { status }, update) => ({
          status: STATUSES.find((known) => known === bodyField(update, 'status')) ?? status,
        })),
      ),
    ],
  }),
  ...anivaFaults('update', ['refused_update_leaves_no_trace'], {
    'aniva-refusal-stamps': [
      'An update that is refused with 409 sets updated_at.',
      storesRefused(409, (before, { now }) => ({ ...before, updatedAt: now })),
    ],
    'aniva-location-written-before-time': [
      'An update that is refused for a time in the past has already stored its location.',
      changesCheck('scheduled-at-is-ahead', (isAhead) => (update) => {
        const refusal = isAhead(update)
        const [before, location] = [anivaAppointmentOf(update), requestedLocation(update)]
        if (refusal !== undefined && before !== undefined && location !== undefined) {
          update.server.store.appointments.set(before.id, { ...before, locationId: location.id })
        }
        return refusal
      }),
    ],
  }),
  ...anivaFaults('validation', ['status_code_conformance', 'scenario_expectation'], {
    'aniva-past-with-location': [
      'A time in the past is accepted when a location is sent too.',
      skips('scheduled-at-is-ahead', sends('location_id')),
    ],
    'aniva-inactive-location-with-time': [
      'An inactive location is accepted when a time is sent too.',
      skips('location-is-active', sends('scheduled_at')),
    ],
  }),
  ...anivaFaults('time', ['status_code_conformance', 'scenario_expectation'], {
    'aniva-quarter-of-an-hour-of-grace': [
      'A time that is past by less than a quarter of an hour is accepted.',
      skips('scheduled-at-is-ahead', (update) => {
        const time = requestedTime(update)
        return time !== undefined && isBefore(fromMilliseconds(update.now - QUARTER_OF_AN_HOUR), time)
      }),
    ],
  }),
  ...anivaFaults('credentials', ['status_code_conformance', 'scenario_expectation'], {
    'aniva-foreign-location-while-pending': [
      'A pending appointment can be moved to a location outside the access context.',
      skips('location-is-in-context', (update) => anivaAppointmentOf(update)?.status === 'pending'),
    ],
  }),
  ...anivaFaults('validation', ['positive_data_acceptance', 'scenario_expectation'], {
    'aniva-location-in-upper-case-unknown': [
      'A location_id in upper case is not found.',
      refusesAt(
        'location-exists',
        (update) => /[A-F]/.test(String(bodyField(update, 'location_id'))),
        refuse(404, 'There is no such location.'),
      ),
    ],
  }),
  ...anivaFaults('update', ['partial_update_frame'], {
    'aniva-height-rounded-in-answer': [
      'The response to an update rounds the height in the profile.',
      changesField('profile.height', (height) => (typeof height === 'number' ? Math.round(height) : height)),
    ],
    'aniva-second-update-within-a-second': [
      'A second update within a second of the first is accepted and not stored.',
      saves((after, update, save) => {
        const before = anivaAppointmentOf(update)?.updatedAt ?? null
        if (before === null || update.now - before >= 1000) save(after, update)
      }),
    ],
  }),
  ...anivaFaults('response-schema', ['response_schema_conformance'], {
    'aniva-zero-seconds-left-out': [
      'A scheduled_at at a full minute is shown without seconds.',
      shows((appointment, server) => ({
        scheduled_at:
          showAnivaAppointment(appointment, server).scheduled_at?.replace(/:00(?=(?:Z|[+-]\d\d:\d\d)$)/, '') ?? null,
      })),
    ],
  }),
  ...anivaFaults('time', ['scenario_expectation'], {
    'aniva-lower-case-time-refused': [
      'A date-time with a lower-case t or z is refused.',
      readsTime((text, read) => (/[tz]/.test(text) ? undefined : read(text))),
    ],
  }),
  ...anivaFaults('status', ['positive_data_acceptance', 'status_code_conformance'], {
    'aniva-charset-refused': [
      'A content type with a parameter charset is refused with 415.',
      refusesAt(
        'content-type-is-json',
        ({ contentType }) => contentType?.includes(';') === true,
        refuse(415, 'The media type is not supported.'),
      ),
    ],
  }),
  ...anivaFaults('status', ['scenario_expectation'], {
    'aniva-id-before-key': ['The id is checked (400) before the key (403).', checksFirst('id-is-uuid')],
  }),
  ...anivaFaults('status', ['negative_data_rejection', 'scenario_expectation'], {
    'aniva-status-before-body': [
      'The server checks the status (409) before the body (400).',
      ({ checks }) => ({ checks: { ...accessChecks, ...anivaConflictChecks, ...checks } }),
    ],
  }),
  ...anivaFaults('time', ['instant_preserved'], {
    'aniva-wall-clock-at-new-location': [
      'If time and location change, the time is read as local time of the new location, whatever its offset.',
      applies(({ scheduledAt }, _before, update) => {
        const [text, location] = [bodyField(update, 'scheduled_at'), requestedLocation(update)]
        if (typeof text !== 'string' || location === undefined || scheduledAt === null) return false
        const local = parseInstant(`${text.slice(0, 19)}Z`) ?? scheduledAt
        const offset = update.server.zones.offsetAt(location.timezone ?? 'UTC', local)
        return { scheduledAt: { ...scheduledAt, seconds: local.seconds - offset * 60 } }
      }),
    ],
  }),
  ...anivaFaults('error-body', ['response_schema_conformance'], {
    'aniva-unknown-location-in-another-shape': [
      'The 404 for an unknown location has another body, without the property error.',
      answersWith(404, { body: NO_LOCATION }, (update) => anivaAppointmentOf(update) !== undefined),
    ],
  }),
]
