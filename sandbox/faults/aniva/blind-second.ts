import { applyUpdate } from '../../aniva/apply.ts'
import { type AnivaUpdate, appointmentOf, refuse, requestedTime } from '../../aniva/update.ts'
import type { AnivaFault } from '../../fault.ts'
import { isJsonObject } from '../../json-text.ts'
import { fromMilliseconds, isBefore, parseInstant } from '../../time/instant.ts'
import { omit, tellBody } from '../tell.ts'

const aniva = { api: 'aniva' } as const
const NINETY_DAYS = 90 * 86_400_000

/** The second set that was written without sight of the gate. The first five lie to every request of their kind. */
export const anivaBlindSecond: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-crash-on-unknown-location',
    family: 'status',
    lie: 'A location that does not exist makes it crash on a foreign key.',
    caughtBy: ['not_a_server_error'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'location-exists': (update) =>
          checks['location-exists'](update) === undefined ? undefined : refuse(500, 'Internal server error'),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-foreign-appointment-hidden',
    family: 'credentials',
    lie: 'An appointment outside the key’s access context is answered with 404.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'appointment-is-in-context': (update) =>
          checks['appointment-is-in-context'](update) === undefined
            ? undefined
            : refuse(404, 'There is no such appointment.'),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-profile-of-six-fields',
    family: 'response-schema',
    lie: 'The embedded profile has only the six fields that the lists show.',
    caughtBy: ['response_schema_conformance'],
    tell: tellBody((body) => ({
      ...body,
      profile: isJsonObject(body['profile'])
        ? omit(body['profile'], 'handle', 'phone', 'height', 'weight', 'language', 'created_at', 'updated_at')
        : body['profile'],
    })),
  },
  {
    ...aniva,
    id: 'aniva-created-at-of-the-profile',
    family: 'update',
    lie: 'The answer has the created_at of the profile, whose column has the same name.',
    caughtBy: ['partial_update_frame'],
    tell: tellBody((body) => ({
      ...body,
      created_at: isJsonObject(body['profile']) ? body['profile']['created_at'] : body['created_at'],
    })),
  },
  {
    ...aniva,
    id: 'aniva-location-expanded',
    family: 'response-schema',
    lie: 'location_id is an object with the id of the location in it.',
    caughtBy: ['response_schema_conformance'],
    tell: tellBody((body) => ({
      ...body,
      location_id: body['location_id'] === null ? null : { id: body['location_id'] },
    })),
  },
  {
    ...aniva,
    id: 'aniva-taken-slot-refused',
    family: 'conflict',
    lie: 'A time at which another appointment begins at the location is refused with 409.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'location-is-active': (update) =>
          checks['location-is-active'](update) ??
          (isSlotTaken(update) ? refuse(409, 'That slot is taken.') : undefined),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-beyond-ninety-days-refused',
    family: 'validation',
    lie: 'A time more than ninety days ahead is refused with 400.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'scheduled-at-is-ahead': (update) => {
          const time = requestedTime(update)
          return time !== undefined && isBefore(fromMilliseconds(update.now + NINETY_DAYS), time)
            ? refuse(400, 'scheduled_at must be within ninety days.')
            : checks['scheduled-at-is-ahead'](update)
        },
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-year-of-the-week',
    family: 'time',
    lie: 'scheduled_at in the week of the next New Year is shown with that year.',
    caughtBy: ['instant_preserved'],
    tell: (truth) => ({
      show: (appointment, world) => {
        const shown = truth.show(appointment, world) as { readonly scheduled_at: string | null }
        return { ...shown, scheduled_at: shown.scheduled_at === null ? null : withYearOfWeek(shown.scheduled_at) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-pending-becomes-confirmed',
    family: 'update',
    lie: 'A new time for a pending appointment confirms it.',
    caughtBy: ['partial_update_frame'],
    tell: (truth) => ({
      apply: (before, update) => {
        const after = truth.apply(before, update)
        return before.status === 'pending' && requestedTime(update) !== undefined
          ? { ...after, status: 'confirmed' }
          : after
      },
    }),
  },
]

function isSlotTaken(update: AnivaUpdate): boolean {
  const before = appointmentOf(update)
  const time = requestedTime(update)
  if (before === undefined || time === undefined) return false
  const wanted = applyUpdate(before, update)
  for (const other of update.world.store.appointments.values()) {
    if (other.id === wanted.id || other.locationId !== wanted.locationId || other.status === 'cancelled') continue
    if (wanted.locationId !== null && other.scheduledAt?.seconds === time.seconds) return true
  }
  return false
}

/** The date with the year of its week's Saturday, as `YYYY` in a pattern of Java's has it. */
function withYearOfWeek(text: string): string {
  const midnight = parseInstant(`${text.slice(0, 10)}T00:00:00Z`)
  if (midnight === undefined) return text
  const date = new Date(midnight.seconds * 1000)
  date.setUTCDate(date.getUTCDate() + 6 - date.getUTCDay())
  return `${String(date.getUTCFullYear()).padStart(4, '0')}${text.slice(4)}`
}
