import type { AnivaAppointment } from '../../../sandbox/aniva/appointment.ts'
import type { AnivaCheckName } from '../../../sandbox/aniva/checks.ts'
import { anivaBodyChecks } from '../../../sandbox/aniva/checks/body.ts'
import { type AnivaUpdate, anivaAppointmentOf, keyOf, requestedLocation } from '../../../sandbox/aniva/update.ts'
import { isUuidText } from '../../../sandbox/aniva/uuid.ts'
import { firstRefusal } from '../../../sandbox/behaviour.ts'
import { bodyField } from '../../../sandbox/update.ts'
import { anivaFaults, changesCheck, refuse, refusesAt, rereads, rereadsFields, sends, skips } from '../changes.ts'
import { cachesProfiles, futureByWallClock, ignoresHomeKitLocation, locationAsTyped } from './set-a.ts'

/** Replaces the key of the request by an issued key, if the two keys differ only in upper and lower case. */
function withIssuedKey(update: AnivaUpdate): AnivaUpdate {
  const { key, server } = update
  if (key === null) return update
  const issued = [...server.store.keys.keys()].find((each) => each.toLowerCase() === key.toLowerCase())
  return issued === undefined ? update : { ...update, key: issued }
}

/** True if the request has no key, or a key that was never issued or is revoked. */
function isWithoutGoodKey(update: AnivaUpdate): boolean {
  return keyOf(update)?.active !== true
}

/** A fault: if the body also contains a time, the server accepts a location to which the key gives no access. */
export const ignoresContextNextToTime = skips<AnivaUpdate, AnivaAppointment, AnivaCheckName>(
  'location-is-in-context',
  (update) => sends('scheduled_at')(update) && requestedLocation(update)?.active === true,
)

/** The faults of Aniva in blind set B, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const ANIVA_SET_B = [
  ...anivaFaults('credentials', ['scenario_expectation', 'ignored_auth'], {
    'aniva-foreign-location-next-to-a-time': [
      'A location outside the access context is accepted if scheduled_at is sent too.',
      ignoresContextNextToTime,
    ],
    'aniva-foreign-draw-status-leaks': [
      'A valid update of a closed appointment outside the access context is answered with 409.',
      changesCheck('appointment-is-in-context', (check) => (update) => {
        const refusal = check(update)
        if (refusal === undefined || firstRefusal(Object.values(anivaBodyChecks), update) !== undefined) return refusal
        const status = anivaAppointmentOf(update)?.status
        if (status === 'blood_drawn') return refuse(409, 'The blood draw is already confirmed')
        return status === 'cancelled' ? refuse(409, 'The appointment is cancelled') : refusal
      }),
    ],
    'aniva-key-compared-without-case': ['The letter case of an API key is ignored.', rereads(withIssuedKey)],
    'aniva-path-checked-before-the-key': [
      'Without a valid key, an id that is not a UUID gets 400 instead of 403.',
      refusesAt(
        'key-present',
        (update) => isWithoutGoodKey(update) && !isUuidText(update.id),
        refuse(400, 'id must be a UUID'),
      ),
    ],
  }),
  ...anivaFaults('error-body', ['not_a_server_error', 'error_body_leak'], {
    'aniva-bad-location-uuid-shows-sql': [
      'A location_id that is no UUID makes the database crash, and the 500 shows the SQL statement.',
      changesCheck('location-id-is-uuid', (check) => (update) => {
        const sent = String(bodyField(update, 'location_id'))
        const statement = `SELECT id, name, active FROM locations WHERE id = '${sent}' AND partner_id = 7`
        return check(update) && refuse(500, `invalid input syntax for type uuid: "${sent}" in ${statement}`)
      }),
      { whySeveralFindings: 'The status is wrong, and the text shows a statement of the database.' },
    ],
  }),
  ...anivaFaults('validation', ['scenario_expectation'], {
    'aniva-home-kit-location-ignored': [
      'A location that is sent for a home kit is ignored instead of refused.',
      ignoresHomeKitLocation,
    ],
    'aniva-future-by-wall-clock': [
      'The check that the time is in the future reads its date and time as UTC.',
      futureByWallClock,
      { whySeveralFindings: 'A time that is ahead is refused, and a time in the past is accepted.' },
    ],
  }),
  ...anivaFaults('update', ['invariant'], {
    'aniva-profile-cached-by-handle': [
      'All profiles without a handle share one entry of a cache that lives as long as the server.',
      cachesProfiles,
    ],
  }),
  ...anivaFaults('update', ['scenario_expectation', 'partial_update_frame'], {
    'aniva-location-id-case-kept': ['A location_id in upper case is stored and shown in upper case.', locationAsTyped],
  }),
  ...anivaFaults('validation', ['negative_data_rejection'], {
    'aniva-null-next-to-a-value': [
      'A null is read as an absent field if the other field has a value.',
      rereadsFields((fields) => {
        const given = Object.entries(fields).filter(([, value]) => value !== null)
        const isPair = Object.keys(fields).toSorted().join() === 'location_id,scheduled_at'
        return isPair && given.length === 1 ? Object.fromEntries(given) : fields
      }),
    ],
  }),
]
