import { anivaRefusal } from '../../../sandbox/aniva/answer-update.ts'
import { anivaAppointmentOf } from '../../../sandbox/aniva/update.ts'
import { isNaive } from '../read-time.ts'
import { anivaFaults, answers, answersWith, bodyField, refuse, refusesOtherwise } from '../changes.ts'

const CRASH = refuse(500, 'Internal server error.')
const STACK_TRACE = 'Traceback (most recent call last):\n  File "update.py", line 31, in find\nKeyError'
const SQL = 'UPDATE appointments SET scheduled_at = $1 WHERE id = $2 matched no row'
const PATH = 'ValueError in /srv/aniva/app/appointments/update.py, line 112'

/** Faults in which error bodies, statuses or methods differ from the document. */
export const ANIVA_REFUSALS = [
  ...anivaFaults('error-body', ['response_schema_conformance'], {
    'aniva-error-as-list': ['The error of a 400 is an array.', answersWith(400, { body: { error: ['Invalid.'] } })],
    'aniva-error-is-object': [
      'The error of a 409 is an object.',
      answersWith(409, { body: { error: { code: 'locked', message: 'Locked.' } } }),
    ],
    'aniva-error-null': ['The error of a 403 is null.', answersWith(403, { body: { error: null } })],
  }),
  ...anivaFaults('error-body', ['error_body_leak'], {
    'aniva-key-echoed': [
      'A 403 repeats the key of the request.',
      answers((answer, { key }) =>
        key !== null && answer.status === 403
          ? { ...answer, body: { error: `The key ${key} has no access.` } }
          : answer,
      ),
    ],
    'aniva-file-path': ['A 400 contains a path of the server.', answersWith(400, { body: { error: PATH } })],
    'aniva-stack-trace': ['A 404 contains a stack trace.', answersWith(404, { body: { error: STACK_TRACE } })],
    'aniva-sql': ['A 409 contains a statement of the database.', answersWith(409, { body: { error: SQL } })],
  }),
  ...anivaFaults('status', ['status_code_conformance'], {
    'aniva-accepted-is-202': ['An accepted update is answered with 202.', answersWith(200, { status: 202 })],
    'aniva-unknown-is-410': ['An unknown appointment is answered with 410.', answersWith(404, { status: 410 })],
    'aniva-conflict-is-423': ['A conflict gets 423, an undocumented status.', answersWith(409, { status: 423 })],
  }),
  ...anivaFaults('status', ['scenario_expectation'], {
    'aniva-unknown-is-400': ['An unknown id is answered with 400.', answersWith(404, { status: 400 })],
  }),
  ...anivaFaults('status', ['not_a_server_error'], {
    'aniva-crash-on-naive-time': [
      'A scheduled_at without an offset crashes the server.',
      answers((answer, update) => (isNaive(bodyField(update, 'scheduled_at')) ? anivaRefusal(CRASH) : answer)),
    ],
    'aniva-crash-on-wrong-type': [
      'A location_id that is not a string crashes the server.',
      answers((answer, update) =>
        ['undefined', 'string'].includes(typeof bodyField(update, 'location_id')) ? answer : anivaRefusal(CRASH),
      ),
    ],
    'aniva-crash-on-bad-id': ['An id that is not a UUID crashes the server.', refusesOtherwise('id-is-uuid', CRASH)],
    'aniva-crash-on-unscheduled': [
      'An update of an appointment without a time crashes the server.',
      answersWith(200, anivaRefusal(CRASH), (update) => anivaAppointmentOf(update)?.scheduledAt === null),
    ],
  }),
  ...anivaFaults('status', ['unsupported_method'], {
    'aniva-put-taken-for-patch': ['A PUT updates like a PATCH.', () => ({ methods: ['PATCH', 'PUT'] })],
    'aniva-post-taken-for-patch': ['A POST updates like a PATCH.', () => ({ methods: ['PATCH', 'POST'] })],
  }),
]
