import { anivaAppointmentOf, requestedLocation, requestedTime } from '../../../sandbox/aniva/update.ts'
import { isJsonObject } from '../../../sandbox/http/json-text.ts'
import { renderUtc } from '../../../sandbox/time/zones.ts'
import { refuse } from '../../../sandbox/update.ts'
import { anivaFaults, answersAs, answersWith, applies, changesCheck, changesField, sends, skips } from '../changes.ts'

const SECONDS_PER_DAY = 86_400

/** Held-out faults of Aniva. Their author had not seen the gate, and the gate was never improved for them. */
export const ANIVA_HELD_OUT = [
  ...anivaFaults('headers', ['content_type_conformance'], {
    'aniva-bad-request-as-html': [
      'The JSON of a 400 has the type text/html.',
      answersAs(400, 'text/html; charset=utf-8'),
    ],
  }),
  ...anivaFaults('error-body', ['response_schema_conformance'], {
    'aniva-error-is-status-number': [
      'The property error of a 409 is the number 409, and the message is in another property.',
      answersWith(409, { body: { error: 409, message: 'The appointment cannot be modified.' } }),
    ],
  }),
  ...anivaFaults('response-schema', ['partial_update_frame'], {
    'aniva-names-swapped': [
      'The response swaps the first and the last name.',
      changesField('profile', (profile) =>
        isJsonObject(profile)
          ? { ...profile, first_name: profile['last_name'], last_name: profile['first_name'] }
          : profile,
      ),
    ],
  }),
  ...anivaFaults('update', ['partial_update_frame'], {
    'aniva-panels-attached-again': [
      'Every update attaches the panels again, with the time of the update.',
      applies(({ panels }, _before, { now }) => ({ panels: panels.map((panel) => ({ ...panel, addedAt: now })) })),
    ],
    'aniva-relocation-drops-the-shipments': [
      'A change of location removes the shipments from the appointment.',
      applies((after, { locationId }) => after.locationId !== locationId && { shipments: [] }),
    ],
  }),
  ...anivaFaults('validation', ['scenario_expectation', 'negative_data_rejection'], {
    'aniva-earlier-today-accepted': [
      'A past time on the same day in UTC is accepted.',
      skips('scheduled-at-is-ahead', (update) => {
        const today = Math.floor(update.now / 1000 / SECONDS_PER_DAY)
        return Math.floor((requestedTime(update)?.seconds ?? Number.NaN) / SECONDS_PER_DAY) === today
      }),
    ],
  }),
  ...anivaFaults('time', ['instant_preserved', 'partial_update_frame'], {
    'aniva-date-of-utc': [
      'The response shows scheduled_at with the local hour of the location, but with the date in UTC.',
      changesField('scheduled_at', (time) =>
        typeof time === 'string'
          ? time.replace(/^[^T]+/, renderUtc(Date.parse(time)).slice(0, '0000-00-00'.length))
          : time,
      ),
    ],
  }),
  ...anivaFaults('credentials', ['ignored_auth', 'scenario_expectation'], {
    'aniva-reading-key-relocates': [
      'A key that may not update can change the location of an appointment, but no other field.',
      skips('key-may-update', (update) => requestedLocation(update) !== undefined && !sends('scheduled_at')(update)),
    ],
  }),
  ...anivaFaults('conflict', ['scenario_expectation'], {
    'aniva-cancelled-home-kit-editable': [
      'A cancelled home kit appointment can be changed.',
      skips('appointment-is-not-cancelled', (update) => anivaAppointmentOf(update)?.testMethod === 'home'),
    ],
  }),
  ...anivaFaults('status', ['not_a_server_error'], {
    'aniva-crash-on-profile-without-email': [
      'Updating an appointment whose profile has no email crashes the server.',
      changesCheck('scheduled-at-has-four-digit-year', (check) => (update) => {
        const isUnreachable = anivaAppointmentOf(update)?.profile.email === null
        return check(update) ?? (isUnreachable ? refuse(500, 'Internal server error') : undefined)
      }),
    ],
  }),
]
