import { applyAnivaUpdate } from '../../../sandbox/aniva/apply.ts'
import { showAnivaAppointment } from '../../../sandbox/aniva/show.ts'
import { type AnivaUpdate, anivaAppointmentOf, requestedTime } from '../../../sandbox/aniva/update.ts'
import { isJsonObject } from '../../../sandbox/http/json-text.ts'
import { fromMilliseconds, isBefore } from '../../../sandbox/time/instant.ts'
import { refuse } from '../../../sandbox/update.ts'
import {
  anivaFaults,
  applies,
  changesBody,
  changesCheck,
  changesField,
  refusesAt,
  refusesOtherwise,
  shows,
} from '../changes.ts'

const NINETY_DAYS = 90 * 86_400_000
const NOT_LISTED = ['handle', 'phone', 'height', 'weight', 'language', 'created_at', 'updated_at']

/** True if another appointment at the location starts at the requested time. */
function isSlotTaken(update: AnivaUpdate): boolean {
  const [before, time] = [anivaAppointmentOf(update), requestedTime(update)]
  if (before === undefined || time === undefined) return false
  const { id, locationId } = applyAnivaUpdate(before, update)
  return [...update.server.store.appointments.values()].some(
    (other) =>
      other.id !== id &&
      other.locationId !== null &&
      other.locationId === locationId &&
      other.status !== 'cancelled' &&
      other.scheduledAt?.seconds === time.seconds,
  )
}

/**
 * Replaces the year of a date by its week-based year, as the pattern `YYYY` in Java does. The week-based year is the
 * year of the Saturday of that week.
 */
function withYearOfWeek(text: string): string {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 6 - date.getUTCDay())
  return `${String(date.getUTCFullYear()).padStart(4, '0')}${text.slice(4)}`
}

/**
 * Faults of Aniva by a second author, who had not seen the gate. Each of the first five faults affects every request of
 * one kind, such as every update with an unknown location.
 */
export const ANIVA_SECOND_SET = [
  ...anivaFaults('status', ['not_a_server_error'], {
    'aniva-crash-on-unknown-location': [
      'An unknown location violates a foreign key and crashes the server.',
      refusesOtherwise('location-exists', refuse(500, 'Internal server error')),
    ],
  }),
  ...anivaFaults('credentials', ['scenario_expectation'], {
    'aniva-foreign-appointment-hidden': [
      'An appointment outside the access context is answered with 404.',
      refusesOtherwise('appointment-is-in-context', refuse(404, 'There is no such appointment.')),
    ],
  }),
  ...anivaFaults('response-schema', ['response_schema_conformance'], {
    'aniva-profile-of-six-fields': [
      'The embedded profile has only six fields.',
      changesField('profile', (profile) =>
        isJsonObject(profile)
          ? Object.fromEntries(Object.entries(profile).filter(([name]) => !NOT_LISTED.includes(name)))
          : profile,
      ),
    ],
    'aniva-location-expanded': [
      'location_id is an object with the id of the location.',
      changesField('location_id', (id) => id && { id }),
    ],
  }),
  ...anivaFaults('update', ['partial_update_frame'], {
    'aniva-created-at-of-the-profile': [
      'The response has the created_at of the profile, whose column has the same name.',
      changesBody((body) => ({
        ...body,
        created_at: isJsonObject(body['profile']) ? body['profile']['created_at'] : body['created_at'],
      })),
    ],
    'aniva-pending-becomes-confirmed': [
      'A new time sets the status of a pending appointment to confirmed.',
      applies(
        (_after, { status }, update) =>
          status === 'pending' && requestedTime(update) !== undefined && { status: 'confirmed' },
      ),
    ],
  }),
  ...anivaFaults('conflict', ['scenario_expectation'], {
    'aniva-taken-slot-refused': [
      'A time at which another appointment starts at the location is refused with 409.',
      changesCheck(
        'location-is-active',
        (check) => (update) => check(update) ?? (isSlotTaken(update) ? refuse(409, 'That slot is taken.') : undefined),
      ),
    ],
  }),
  ...anivaFaults('validation', ['scenario_expectation'], {
    'aniva-beyond-ninety-days-refused': [
      'A time more than ninety days ahead is refused with 400.',
      refusesAt(
        'scheduled-at-is-ahead',
        (update) => {
          const time = requestedTime(update)
          return time !== undefined && isBefore(fromMilliseconds(update.now + NINETY_DAYS), time)
        },
        refuse(400, 'scheduled_at must be within ninety days.'),
      ),
    ],
  }),
  ...anivaFaults('time', ['instant_preserved'], {
    'aniva-year-of-the-week': [
      'A scheduled_at in December, in the week of 1 January, is shown with the next year.',
      shows((appointment, server) => {
        const time = showAnivaAppointment(appointment, server).scheduled_at ?? null
        return { scheduled_at: time && withYearOfWeek(time) }
      }),
    ],
  }),
]
