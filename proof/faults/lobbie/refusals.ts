import { lobbieRefusal } from '../../../sandbox/lobbie/answer-update.ts'
import { bodyField, refuse } from '../../../sandbox/update.ts'
import { isNaive } from '../read-time.ts'
import { answers, answersWith, applies, lobbieFaults, refusesOtherwise, sendsNull } from '../changes.ts'

const CRASH = refuse(500, 'Internal server error.')
const STACK_TRACE = 'java.lang.NullPointerException\n\tat com.lobbie.partner.Update.find(Update.java:87)'
const SQL =
  'ERROR: duplicate key value violates unique constraint "slot_pk"; UPDATE appointment SET start_time = $1 WHERE id = $2'
const PATH = 'Cannot map the body (see /var/log/lobbie/partner-api.log)'

/** Faults in which error bodies, statuses, headers or methods differ from the document. */
export const LOBBIE_REFUSALS = [
  ...lobbieFaults('error-body', ['response_schema_conformance'], {
    'lobbie-message-is-object': ['The message is an object.', answersWith(400, { body: { message: { text: 'No' } } })],
    'lobbie-message-null': ['The message of a 403 is null.', answersWith(403, { body: { message: null } })],
    'lobbie-errors-in-a-list': ['The body of a 400 is an array.', answersWith(400, { body: [{ message: 'No.' }] })],
    'lobbie-error-without-body': ['A 404 has no body.', answersWith(404, { body: { verbatim: '' } })],
  }),
  ...lobbieFaults('error-body', ['error_body_leak'], {
    'lobbie-stack-trace': ['A 404 contains a stack trace.', answersWith(404, { body: { message: STACK_TRACE } })],
    'lobbie-sql': ['A 409 contains the error of the database.', answersWith(409, { body: { message: SQL } })],
    'lobbie-server-path': ['A 400 contains a path of the server.', answersWith(400, { body: { message: PATH } })],
  }),
  ...lobbieFaults('status', ['status_code_conformance'], {
    'lobbie-accepted-is-201': ['An accepted update is answered with 201.', answersWith(200, { status: 201 })],
    'lobbie-crash-on-naive-time': [
      'A startTime without an offset crashes the server: 500, which the document does not list.',
      answers((answer, update) => (isNaive(bodyField(update, 'startTime')) ? lobbieRefusal(CRASH) : answer)),
    ],
    'lobbie-crash-on-null-note': [
      'A note of null crashes the server.',
      answers((answer, update) => (sendsNull('note')(update) ? lobbieRefusal(CRASH) : answer)),
    ],
    'lobbie-crash-on-bad-appointment-id': [
      'An appointmentId that is not an integer crashes the server.',
      refusesOtherwise('appointment-id-is-integer', CRASH),
    ],
    'lobbie-crash-on-unknown-practitioner': [
      'An unknown practitioner crashes the server.',
      refusesOtherwise('practitioner-exists', CRASH),
    ],
  }),
  ...lobbieFaults('status', ['scenario_expectation'], {
    'lobbie-conflict-is-200': ['A conflict is answered with 200 and a message.', answersWith(409, { status: 200 })],
    'lobbie-unknown-is-403': ['An unknown appointment is answered with 403.', answersWith(404, { status: 403 })],
  }),
  ...lobbieFaults('status', ['unsupported_method'], {
    'lobbie-post-taken-for-put': ['A POST updates like a PUT.', () => ({ methods: ['PUT', 'POST'] })],
    'lobbie-patch-taken-for-put': ['A PATCH updates like a PUT.', () => ({ methods: ['PUT', 'PATCH'] })],
  }),
  ...lobbieFaults('headers', ['response_headers_conformance'], {
    'lobbie-challenge-missing': [
      'A 401 has no WWW-Authenticate.',
      answersWith(401, { headers: { 'content-type': 'application/json' } }),
    ],
  }),
  ...lobbieFaults(
    'intermittent',
    ['unstable_answer', 'partial_update_frame', 'instant_preserved', 'scenario_expectation', 'invariant'],
    {
      'lobbie-now-and-then-not-applied': [
        'One update in five is accepted and not applied.',
        applies(({ updatedAt }, before) => ({ ...before, updatedAt })),
        {
          everyNth: 5,
          whySeveralFindings:
            'the first response gives a finding, and a different second response gives the finding unstable_answer',
        },
      ],
    },
  ),
]
