import { lobbieAppointmentOf, type LobbieUpdate } from '../../../sandbox/lobbie/update.ts'
import { isClosed } from '../../../sandbox/lobbie/status-steps.ts'
import { bodyField, bodyFields, refuse } from '../../../sandbox/update.ts'
import { readNaive } from '../read-time.ts'
import { applies, lobbieFaults, readsTime, refusesAt, sendsNull, sendsOnly, skips, together } from '../changes.ts'

const isNotInteger = (text: string) => !/^\d+$/.test(text)
const isOpen = (update: LobbieUpdate) => !isClosed(lobbieAppointmentOf(update)?.status ?? 'SCHEDULED')
const isNote = (accepts: (note: string) => boolean) => (update: LobbieUpdate) => {
  const note = bodyField(update, 'note')
  return typeof note === 'string' && accepts(note)
}
const BAD = refuse(400, 'The value is invalid.')

/** Faults in which the server accepts an invalid request, or refuses a valid request. */
export const LOBBIE_VALIDATION = [
  ...lobbieFaults('validation', ['negative_data_rejection'], {
    'lobbie-account-id-overlooked': [
      'An accountId that is not an integer is ignored.',
      together(
        skips('account-id-is-integer'),
        skips(
          ['account-exists', 'account-is-granted', 'location-is-of-account', 'appointment-is-of-account'],
          ({ path }) => isNotInteger(path.accountId),
        ),
      ),
    ],
    'lobbie-location-id-overlooked': [
      'A locationId that is not an integer is ignored.',
      together(
        skips('location-id-is-integer'),
        skips(['location-is-of-account', 'appointment-is-at-location'], ({ path }) => isNotInteger(path.locationId)),
      ),
    ],
    'lobbie-content-type-not-needed': [
      'A body without a content type is read as JSON.',
      skips('content-type-is-json', ({ contentType }) => contentType === null),
    ],
    'lobbie-note-of-any-type-accepted': [
      'A note that is not a string is ignored, unless the appointment is closed.',
      skips('note-is-string', isOpen),
    ],
    'lobbie-null-note-accepted': ['A note of null is ignored.', skips('note-is-string', sendsNull('note'))],
    'lobbie-null-note-wipes': [
      'A note of null clears the note.',
      together(
        skips('note-is-string', sendsNull('note')),
        applies((_after, _before, update) => sendsNull('note')(update) && { note: '' }),
      ),
    ],
    'lobbie-practitioner-id-as-text-accepted': [
      'A practitionerId that is not an integer is ignored.',
      together(
        skips('practitioner-id-is-integer'),
        skips('practitioner-exists', (update) => !Number.isInteger(bodyField(update, 'practitionerId'))),
        applies(
          (after, before) => !Number.isInteger(after.practitionerId) && { practitionerId: before.practitionerId },
        ),
      ),
    ],
    'lobbie-null-practitioner-accepted': [
      'A null practitioner is ignored.',
      skips('practitioner-id-is-integer', sendsNull('practitionerId')),
    ],
    'lobbie-start-time-of-any-type-accepted': ['A non-string startTime is ignored.', skips('start-time-is-string')],
    'lobbie-null-start-time-accepted': [
      'A null start is ignored.',
      skips('start-time-is-string', sendsNull('startTime')),
    ],
    'lobbie-naive-start-time-accepted': ['A startTime without an offset is read as UTC.', readsTime(readNaive)],
    'lobbie-unknown-status-accepted': ['An unknown status is ignored.', skips('status-is-known')],
    'lobbie-status-in-any-case-accepted': [
      'A status in lower case is ignored.',
      skips('status-is-known', (update) => {
        const status = bodyField(update, 'status')
        return typeof status === 'string' && status !== status.toUpperCase()
      }),
    ],
    'lobbie-status-as-number-accepted': [
      'A status that is a number is ignored.',
      skips('status-is-known', (update) => typeof bodyField(update, 'status') === 'number'),
    ],
    'lobbie-null-status-accepted': ['A status of null is ignored.', skips('status-is-known', sendsNull('status'))],
  }),
  ...lobbieFaults('validation', ['scenario_expectation'], {
    'lobbie-long-update-refused': [
      'An update with three fields or more is refused.',
      refusesAt('fields-are-known', ({ body }) => Object.keys(bodyFields(body) ?? {}).length > 2, BAD),
    ],
  }),
  ...lobbieFaults('validation', ['positive_data_acceptance'], {
    'lobbie-note-alone-refused': [
      'A note cannot be changed alone.',
      refusesAt('fields-are-known', (update) => sendsOnly('note')(update) && isOpen(update), BAD),
    ],
    'lobbie-empty-note-refused': [
      'An empty note is refused.',
      refusesAt(
        'fields-are-known',
        isNote((note) => note === ''),
        BAD,
      ),
    ],
    'lobbie-long-note-refused': [
      'A note of more than 255 characters is refused.',
      refusesAt(
        'fields-are-known',
        isNote((note) => note.length > 255),
        BAD,
      ),
    ],
  }),
  ...lobbieFaults('status', ['status_code_conformance'], {
    'lobbie-emoji-in-note-crashes': [
      'A note with a character beyond the first Unicode plane crashes the server.',
      refusesAt(
        'fields-are-known',
        isNote((note) => /[\u{10000}-\u{10FFFF}]/u.test(note)),
        refuse(500, 'Internal server error.'),
      ),
    ],
  }),
]
