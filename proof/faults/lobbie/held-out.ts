import { applyLobbieUpdate } from '../../../sandbox/lobbie/apply.ts'
import { lobbieAppointmentOf, type LobbieUpdate, locationOf, requestedStart } from '../../../sandbox/lobbie/update.ts'
import { addMinutes } from '../../../sandbox/time/instant.ts'
import { bodyField, refuse } from '../../../sandbox/update.ts'
import { readMinutes } from '../read-time.ts'
import {
  answersWith,
  applies,
  changesCheck,
  changesField,
  lobbieFaults,
  readsTime,
  sends,
  sendsOnly,
  skips,
} from '../changes.ts'

const OAUTH_ERROR = { error: 'invalid_token', error_description: 'The access token is missing or not valid.' }

/**
 * Compares the practitioners who work at the location. Returns the id of the one with the fewest appointments. If
 * several have equally few, returns the first of them.
 */
function leastBusy({ server: { store } }: LobbieUpdate, locationId: number): number | undefined {
  const [first] = [...store.staff.values()]
    .filter(({ isPractitioner, locationIds }) => isPractitioner && locationIds.includes(locationId))
    .map(({ id }) => ({ id, booked: [...store.appointmentsOf(id)].length }))
    .toSorted((one, other) => one.booked - other.booked)
  return first?.id
}

/** True if the UTC offset in the requested start differs from the offset of the location at that time. */
function isInOtherOffset(update: LobbieUpdate): boolean {
  const before = lobbieAppointmentOf(update)
  const startTime = bodyField(update, 'startTime')
  if (before === undefined || typeof startTime !== 'string' || requestedStart(update) === undefined) return false
  const { start } = applyLobbieUpdate(before, update)
  const shown = update.server.zones.render(start, locationOf(update)?.timeZone ?? 'UTC')
  return shown !== undefined && !startTime.endsWith(shown.slice(-'+00:00'.length))
}

/** Held-out faults of Lobbie. Their author had not seen the gate, and the gate was never improved for them. */
export const LOBBIE_HELD_OUT = [
  ...lobbieFaults('error-body', ['response_schema_conformance'], {
    'lobbie-unauthorized-in-oauth-shape': [
      'The body of a 401 is an OAuth error without a message.',
      answersWith(401, { body: OAUTH_ERROR }),
    ],
  }),
  ...lobbieFaults('validation', ['negative_data_rejection', 'scenario_expectation'], {
    'lobbie-time-without-seconds-accepted': ['A start without seconds is accepted.', readsTime(readMinutes)],
  }),
  ...lobbieFaults('response-schema', ['partial_update_frame'], {
    'lobbie-type-cut-to-32-bits': [
      'The response cuts appointmentTypeId to a signed integer of 32 bits.',
      changesField('appointmentTypeId', (id) => Number(id) | 0),
    ],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-new-time-for-the-least-busy': [
      'A new time also gives the appointment to the practitioner with the fewest appointments.',
      applies(
        (after, before, update) =>
          sends('startTime')(update) &&
          !sends('practitionerId')(update) && {
            practitionerId: leastBusy(update, before.locationId) ?? after.practitionerId,
          },
      ),
    ],
    'lobbie-note-lost-on-cancelling': [
      'A note that comes with a cancellation is not stored.',
      applies((_after, { note }, update) => bodyField(update, 'status') === 'CANCELLED' && { note }),
    ],
  }),
  ...lobbieFaults('time', ['instant_preserved', 'partial_update_frame'], {
    'lobbie-offset-minutes-always-added': [
      'The minutes of an offset like -03:30 are added and not subtracted.',
      readsTime((text, read) => {
        const instant = read(text)
        return instant && addMinutes(instant, -2 * Number(/-\d\d:(\d\d)$/.exec(text)?.[1] ?? 0))
      }),
    ],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-taken-time-in-another-offset': [
      'A taken time counts as free if it is written with another offset than that of the location.',
      skips('practitioner-is-free', isInOtherOffset),
    ],
  }),
  ...lobbieFaults('credentials', ['ignored_auth', 'scenario_expectation'], {
    'lobbie-status-needs-no-grant': [
      'A partner without a grant to the account can change the status, but no other field.',
      skips(['account-is-granted', 'grant-is-active'], sendsOnly('status')),
    ],
  }),
  ...lobbieFaults('headers', ['response_headers_conformance'], {
    'lobbie-expired-without-challenge': [
      'The 401 of an expired token has no WWW-Authenticate.',
      changesCheck('token-expiry', (check) => (update) => {
        const refusal = check(update)
        return refusal && refuse(refusal.status, refusal.message)
      }),
    ],
  }),
  ...lobbieFaults('status', ['not_a_server_error'], {
    'lobbie-crash-on-apostrophe-in-note': [
      'A note with an apostrophe crashes the server.',
      changesCheck('practitioner-is-free', (check) => (update) => {
        const isQuoted = String(bodyField(update, 'note')).includes("'")
        return check(update) ?? (isQuoted ? refuse(500, 'Internal server error.') : undefined)
      }),
    ],
  }),
]
