import { appointmentOf, fieldOf, refuse, requestedLocation, requestedTime } from '../../aniva/update.ts'
import type { AnivaFault } from '../../fault.ts'
import { isJsonObject } from '../../json-text.ts'
import { renderUtc } from '../../time/zones.ts'
import { tellBody, tellStatus, tellType } from '../tell.ts'

const aniva = { api: 'aniva' } as const
const SECONDS_PER_DAY = 86_400

/** Written by a third author, who had not read the gate. */
export const anivaBlindThird: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-bad-request-as-html',
    family: 'headers',
    lie: 'The JSON of a 400 is called text/html.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(400, 'text/html; charset=utf-8'),
  },
  {
    ...aniva,
    id: 'aniva-error-is-status-number',
    family: 'error-body',
    lie: 'The error of a 409 is its number, with the sentence beside it.',
    caughtBy: ['response_schema_conformance'],
    tell: tellStatus(409, { body: { error: 409, message: 'The appointment cannot be modified.' } }),
  },
  {
    ...aniva,
    id: 'aniva-names-swapped',
    family: 'response-schema',
    lie: 'The answer shows the last name as the first and the first as the last.',
    caughtBy: ['partial_update_frame'],
    tell: tellBody((body) => {
      const { profile } = body
      return isJsonObject(profile)
        ? { ...body, profile: { ...profile, first_name: profile['last_name'], last_name: profile['first_name'] } }
        : body
    }),
  },
  {
    ...aniva,
    id: 'aniva-panels-attached-again',
    family: 'update',
    lie: 'Every update attaches the panels anew, with the time of the update.',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return { ...after, panels: after.panels.map((panel) => ({ ...panel, addedAt: update.now })) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-relocation-drops-the-shipments',
    family: 'update',
    lie: 'Another location takes the linked shipments off the appointment.',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return after.locationId === before.locationId ? after : { ...after, shipments: [] }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-earlier-today-accepted',
    family: 'validation',
    lie: 'A time that is past is accepted when it is still the same day in UTC.',
    caughtBy: ['scenario_expectation', 'negative_data_rejection'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'scheduled-at-is-ahead': (update) => {
          const time = requestedTime(update)
          const today = Math.floor(update.now / 1000 / SECONDS_PER_DAY)
          const isToday = time !== undefined && Math.floor(time.seconds / SECONDS_PER_DAY) === today
          return isToday ? undefined : checks['scheduled-at-is-ahead'](update)
        },
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-date-of-utc',
    family: 'time',
    lie: 'The answer shows scheduled_at with the hour of the location and the date of UTC.',
    caughtBy: ['instant_preserved', 'partial_update_frame'],
    tell: tellBody((body) => {
      const scheduledAt = body['scheduled_at']
      if (typeof scheduledAt !== 'string') return body
      const [dateInUtc] = renderUtc(Date.parse(scheduledAt)).split('T')
      return { ...body, scheduled_at: scheduledAt.replace(/^[^T]+/, dateInUtc ?? '') }
    }),
  },
  {
    ...aniva,
    id: 'aniva-reading-key-relocates',
    family: 'credentials',
    lie: 'A key that may not update may still give an appointment another location, if nothing else.',
    caughtBy: ['ignored_auth', 'scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'key-may-update': (update) =>
          requestedLocation(update) !== undefined && fieldOf(update, 'scheduled_at') === undefined
            ? undefined
            : checks['key-may-update'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-cancelled-home-kit-editable',
    family: 'conflict',
    lie: 'A home kit appointment that is cancelled can still be changed.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'appointment-is-not-cancelled': (update) =>
          appointmentOf(update)?.testMethod === 'home' ? undefined : checks['appointment-is-not-cancelled'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-crash-on-profile-without-email',
    family: 'status',
    lie: 'The update of an appointment whose profile has no email makes it crash.',
    caughtBy: ['not_a_server_error'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'scheduled-at-has-four-digit-year': (update) => {
          const isUnreachable = appointmentOf(update)?.profile.email === null
          const crash = isUnreachable ? refuse(500, 'Internal server error') : undefined
          return checks['scheduled-at-has-four-digit-year'](update) ?? crash
        },
      },
    }),
  },
]
