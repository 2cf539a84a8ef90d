import { anivaRefusal } from './aniva/answer-update.ts'
import type { Fault } from './faults/fault.ts'
import { answers, answersAs, answersWith, changesBody, changesField, omits } from './faults/change-answers.ts'
import { refusesAt } from './faults/change-checks.ts'
import { applies, keeps, shows, storesTime } from './faults/change-updates.ts'
import { anivaFaults, faultsOfBoth, lobbieFaults } from './faults/table.ts'
import { lobbieRefusal } from './lobbie/answer-update.ts'
import { renderAtOffset } from './time/zones.ts'
import { addMinutes, parseInstant } from './time/instant.ts'
import { bodyField, refuse } from './update.ts'

const PAGE = { verbatim: '<!doctype html><title>Error</title>' }

/** The faults that the package ships, so that consumers can test their gate. All other faults are in `proof/faults`. */
export const FAULTS: readonly Fault[] = [
  ...faultsOfBoth('response-schema', ['undocumented_field'], {
    'undocumented-field': ['The response has an undocumented property.', shows(() => ({ reminderSent: false }))],
  }),
  ...lobbieFaults('response-schema', ['response_schema_conformance'], {
    'lobbie-status-missing': ['The response has no status.', omits('status')],
    'lobbie-id-as-text': ['The id is a string.', changesField('id', String)],
    'lobbie-end-time-null': ['endTime is null.', changesField('endTime', () => null)],
    'lobbie-status-new': [
      'The status of an appointment in treatment is a value that the document does not list.',
      changesField('status', (status) => (status === 'IN_TREATMENT' ? 'WITH_PRACTITIONER' : status)),
    ],
    'lobbie-start-time-naive': ['startTime has no offset.', changesField('startTime', (it) => String(it).slice(0, 19))],
    'lobbie-answer-without-body': ['The response to an update has no body.', changesBody(() => ({ verbatim: '' }))],
  }),
  ...anivaFaults('response-schema', ['response_schema_conformance'], {
    'aniva-profile-missing': ['The response has no profile.', omits('profile')],
    'aniva-status-new': [
      'The status of a pending appointment is a value that the document does not list.',
      changesField('status', (status) => (status === 'pending' ? 'requested' : status)),
    ],
    'aniva-language-new': ['The language has an undocumented value.', changesField('profile.language', () => 'sv')],
    'aniva-time-naive': ['scheduled_at has no offset.', changesField('scheduled_at', (it) => String(it).slice(0, 19))],
    'aniva-shipments-null': ['Shipments are null.', changesField('shipments', () => null)],
    'aniva-body-cut-off': [
      'The body of a 200 is cut off.',
      changesBody((body) => ({ verbatim: JSON.stringify(body).slice(0, -20) })),
    ],
  }),
  ...lobbieFaults('error-body', ['response_schema_conformance'], {
    'lobbie-error-without-message': ['A 409 has no message.', answersWith(409, { body: { reason: 'conflict' } })],
    'lobbie-error-is-text': ['A 401 is text and not JSON.', answersWith(401, { body: { verbatim: 'Unauthorized' } })],
  }),
  ...anivaFaults('error-body', ['response_schema_conformance'], {
    'aniva-error-called-message': [
      'The property `error` is named `message`.',
      answersWith(404, { body: { message: 'Not found' } }),
    ],
    'aniva-error-without-body': ['A 409 has no body.', answersWith(409, { body: { verbatim: '' } })],
  }),
  ...faultsOfBoth('status', ['status_code_conformance'], {
    'accepted-is-204': [
      'An accepted update is answered with 204 and no body.',
      answersWith(200, { status: 204, headers: {}, body: undefined }),
    ],
    'bad-body-is-422': ['An invalid body gets 422, an undocumented status.', answersWith(400, { status: 422 })],
  }),
  ...lobbieFaults('status', ['status_code_conformance'], {
    'lobbie-conflict-is-422': ['A conflict gets 422, an undocumented status.', answersWith(409, { status: 422 })],
  }),
  ...lobbieFaults('status', ['scenario_expectation'], {
    'lobbie-forbidden-is-404': ['An account without a grant is answered with 404.', answersWith(403, { status: 404 })],
  }),
  ...anivaFaults('credentials', ['status_code_conformance'], {
    'aniva-missing-key-is-401': [
      'A missing key gets 401, an undocumented status.',
      answersWith(403, { status: 401 }, ({ key }) => !key),
    ],
  }),
  ...faultsOfBoth('headers', ['content_type_conformance'], {
    'answer-as-text': ['The content type of the response is text/plain.', answersAs(200, 'text/plain; charset=utf-8')],
  }),
  ...lobbieFaults('headers', ['content_type_conformance'], {
    'lobbie-unknown-as-page': ['A 404 is an HTML page.', answersAs(404, 'text/html', { body: PAGE })],
  }),
  ...anivaFaults('headers', ['content_type_conformance'], {
    'aniva-error-as-page': ['A 400 is an HTML page.', answersAs(400, 'text/html', { body: PAGE })],
  }),
  ...lobbieFaults(
    'intermittent',
    [
      'unstable_answer',
      'status_code_conformance',
      'not_a_server_error',
      'response_schema_conformance',
      'scenario_expectation',
      'ignored_auth',
    ],
    {
      'lobbie-now-and-then-503': [
        'One update in five is answered with 503.',
        answers(() => lobbieRefusal(refuse(503, 'Try again.'))),
        {
          everyNth: 5,
          whySeveralFindings:
            'the first response gives a finding, and a different second response gives the finding unstable_answer',
        },
      ],
    },
  ),
  ...anivaFaults(
    'intermittent',
    [
      'unstable_answer',
      'status_code_conformance',
      'not_a_server_error',
      'response_schema_conformance',
      'scenario_expectation',
      'ignored_auth',
    ],
    {
      'aniva-now-and-then-empty': [
        'One update in five is answered with an empty object.',
        answersWith(200, { body: {} }),
        {
          everyNth: 5,
          whySeveralFindings:
            'the first response gives a finding, and a different second response gives the finding unstable_answer',
        },
      ],
      'aniva-now-and-then-500': [
        'One update in five crashes the server.',
        answers(() => anivaRefusal(refuse(500, 'Internal server error.'))),
        {
          everyNth: 5,
          whySeveralFindings:
            'the first response gives a finding, and a different second response gives the finding unstable_answer',
        },
      ],
    },
  ),
  ...faultsOfBoth('update', ['partial_update_frame'], {
    'update-not-applied': [
      'An update is accepted and changes nothing.',
      applies(({ updatedAt }, before) => ({ ...before, updatedAt })),
    ],
    'store-keeps-the-old': ['The response shows an update that is not stored.', () => ({ save: () => undefined })],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-note-not-applied': ['A new note is accepted and not stored.', keeps('note')],
    'lobbie-untouched-note-wiped': [
      'An update without a note clears the note.',
      applies((_after, _before, update) => bodyField(update, 'note') === undefined && { note: '' }),
    ],
  }),
  ...faultsOfBoth('time', ['instant_preserved'], {
    'offset-dropped': [
      'A new time is stored as if its local time were UTC.',
      storesTime((_instant, text) => parseInstant(text.replace(/(?:[Zz]|[+-]\d\d:\d\d)$/, 'Z'))),
    ],
  }),
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-times-in-utc': [
      'Start and end are shown in UTC and not in the offset of the location.',
      shows(({ start, durationMinutes }) => ({
        startTime: renderAtOffset(start, 0),
        endTime: renderAtOffset(addMinutes(start, durationMinutes), 0),
      })),
    ],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-always-a-conflict': [
      'Every update gets a 409.',
      refusesAt('appointment-is-open', () => true, refuse(409, 'The appointment cannot be changed like that.')),
    ],
  }),
]

/** Returns the shipped fault with that id. */
export function findFault(id: string): Fault | undefined {
  return FAULTS.find((fault) => fault.id === id)
}
