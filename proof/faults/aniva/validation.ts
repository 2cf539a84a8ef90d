import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import type { AnivaBehaviour } from '../../../sandbox/aniva/behaviour.ts'
import type { AnivaUpdate } from '../../../sandbox/aniva/update.ts'
import { isUuidText } from '../../../sandbox/aniva/uuid.ts'
import { bodyField, refuse } from '../../../sandbox/update.ts'
import { readAnything, readNaive } from '../read-time.ts'
import { anivaFaults, applies, readsTime, refusesAt, sends, sendsNull, skips, together } from '../changes.ts'

/** Makes the server ignore the `location_id` of a request if `isIgnored` returns true for its value. */
const ignoresLocation = (isIgnored: (locationId: string) => boolean): BehaviourChange<AnivaBehaviour> =>
  skips(['location-id-is-uuid', 'location-exists'], (update) => {
    const locationId = bodyField(update, 'location_id')
    return typeof locationId === 'string' && isIgnored(locationId)
  })

const hasValidLocation = (update: AnivaUpdate) => {
  const locationId = bodyField(update, 'location_id')
  return typeof locationId === 'string' && isUuidText(locationId)
}

/** Faults in which the server accepts an invalid body, or refuses a valid body. */
export const ANIVA_VALIDATION = [
  ...anivaFaults('validation', ['negative_data_rejection'], {
    'aniva-scheduled-at-of-any-type-accepted': ['A non-string time is ignored.', skips('scheduled-at-is-string')],
    'aniva-null-time-accepted': ['A null time is ignored.', skips('scheduled-at-is-string', sendsNull('scheduled_at'))],
    'aniva-null-time-clears': [
      'A scheduled_at of null clears the time of the appointment.',
      together(
        skips('scheduled-at-is-string', sendsNull('scheduled_at')),
        applies((_after, _before, update) => sendsNull('scheduled_at')(update) && { scheduledAt: null }),
      ),
    ],
    'aniva-naive-time-accepted': ['A scheduled_at without an offset is read as UTC.', readsTime(readNaive)],
    'aniva-any-date-accepted': ['A scheduled_at is accepted in any form that Date reads.', readsTime(readAnything)],
    'aniva-bad-location-id-accepted': [
      'A location_id that is not a UUID is ignored.',
      ignoresLocation((locationId) => !isUuidText(locationId)),
    ],
    'aniva-urn-accepted': ['A URN as location_id is ignored.', ignoresLocation((id) => id.startsWith('urn:'))],
    'aniva-location-as-number-accepted': [
      'A location_id that is a number is ignored.',
      skips('location-id-is-string', (update) => typeof bodyField(update, 'location_id') === 'number'),
    ],
    'aniva-null-location-accepted': [
      'A location_id of null is ignored.',
      skips('location-id-is-string', sendsNull('location_id')),
    ],
  }),
  ...anivaFaults('validation', ['positive_data_acceptance', 'scenario_expectation'], {
    'aniva-both-fields-refused': [
      'Only one field can be changed at a time.',
      refusesAt(
        'fields-are-known',
        (update) => sends('scheduled_at')(update) && hasValidLocation(update),
        refuse(400, 'Change one field at a time.'),
      ),
      {
        whySeveralFindings:
          'A valid update is refused, and a foreign location together with a time gets another status.',
      },
    ],
  }),
  ...anivaFaults('validation', ['scenario_expectation'], {
    'aniva-upper-case-id-unknown': [
      'An appointment is not found by its id in upper case.',
      refusesAt(
        'appointment-exists',
        ({ id }) => id !== id.toLowerCase(),
        refuse(404, 'There is no such appointment.'),
      ),
    ],
  }),
]
