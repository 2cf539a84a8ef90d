import type { LobbieFault } from '../../fault.ts'
import { lobbieRefusal } from '../../lobbie/answer-update.ts'
import { fieldOf } from '../../lobbie/update.ts'
import { isNaive } from '../read-time.ts'
import { tellStatus, tellType, withoutHeader } from '../tell.ts'

const lobbie = { api: 'lobbie', family: 'status', caughtBy: ['status_code_conformance'] } as const
const CRASH = { status: 500, message: 'Internal server error.' }

/** Statuses, headers and methods that are not the document's. */
export const lobbieStatuses: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-accepted-is-201',
    lie: 'An accepted update is answered 201.',
    tell: tellStatus(200, { status: 201 }),
  },
  {
    ...lobbie,
    id: 'lobbie-accepted-is-204',
    lie: 'An accepted update is answered 204 without a body.',
    tell: tellStatus(200, { status: 204, headers: {}, body: undefined }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-is-422',
    lie: 'A conflict is answered 422, which the document does not promise.',
    tell: tellStatus(409, { status: 422 }),
  },
  {
    ...lobbie,
    id: 'lobbie-bad-body-is-422',
    lie: 'A bad body is answered 422, which the document does not promise.',
    tell: tellStatus(400, { status: 422 }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-is-400',
    lie: 'A conflict is answered 400.',
    caughtBy: ['scenario_expectation'],
    tell: tellStatus(409, { status: 400 }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-is-200',
    lie: 'A conflict is answered 200, with the sentence of the refusal.',
    caughtBy: ['scenario_expectation'],
    tell: tellStatus(409, { status: 200 }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-is-403',
    lie: 'An appointment that does not exist is answered 403.',
    caughtBy: ['scenario_expectation'],
    tell: tellStatus(404, { status: 403 }),
  },
  {
    ...lobbie,
    id: 'lobbie-forbidden-is-404',
    lie: 'An account without a grant is answered 404.',
    caughtBy: ['scenario_expectation'],
    tell: tellStatus(403, { status: 404 }),
  },
  {
    ...lobbie,
    id: 'lobbie-crash-on-naive-time',
    lie: 'A startTime without an offset crashes the server: 500, which the document does not promise.',
    tell: () => ({
      answer: (answer, update) => (isNaive(fieldOf(update, 'startTime')) ? lobbieRefusal(CRASH) : answer),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-crash-on-null-note',
    lie: 'A note of null crashes the server.',
    tell: () => ({ answer: (answer, update) => (fieldOf(update, 'note') === null ? lobbieRefusal(CRASH) : answer) }),
  },
  {
    ...lobbie,
    id: 'lobbie-crash-on-bad-appointment-id',
    lie: 'An appointmentId that is no integer crashes the server.',
    tell: ({ checks }) => ({ checks: { ...checks, 'appointment-id-is-integer': crashUnlessFine } }),
  },
  {
    ...lobbie,
    id: 'lobbie-crash-on-unknown-practitioner',
    lie: 'A practitioner who does not exist crashes the server.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-exists': (update) => (checks['practitioner-exists'](update) === undefined ? undefined : CRASH),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-post-taken-for-put',
    lie: 'POST updates as PUT does.',
    caughtBy: ['unsupported_method'],
    tell: () => ({ methods: ['PUT', 'POST'] }),
  },
  {
    ...lobbie,
    id: 'lobbie-patch-taken-for-put',
    lie: 'PATCH updates as PUT does.',
    caughtBy: ['unsupported_method'],
    tell: () => ({ methods: ['PUT', 'PATCH'] }),
  },
  {
    ...lobbie,
    id: 'lobbie-challenge-missing',
    family: 'headers',
    lie: 'A 401 does not say how to authenticate.',
    caughtBy: ['response_headers_conformance'],
    tell: () => ({
      answer: (answer) => (answer.status === 401 ? withoutHeader(answer, 'www-authenticate') : answer),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-answer-as-text',
    family: 'headers',
    lie: 'The answer is called text/plain.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(200, 'text/plain; charset=utf-8'),
  },
  {
    ...lobbie,
    id: 'lobbie-answer-as-hal',
    family: 'headers',
    lie: 'The answer is called application/hal+json.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(200, 'application/hal+json'),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-as-problem',
    family: 'headers',
    lie: 'A 409 is called application/problem+json.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(409, 'application/problem+json'),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-as-page',
    family: 'headers',
    lie: 'A 404 is a page for a browser.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(404, 'text/html', { body: { verbatim: '<!doctype html><title>Not Found</title>' } }),
  },
  {
    ...lobbie,
    id: 'lobbie-now-and-then-503',
    family: 'intermittent',
    lie: 'One update in five is answered 503.',
    caughtBy: ['unstable_answer'],
    everyNth: 5,
    tell: () => ({ answer: () => lobbieRefusal({ status: 503, message: 'Try again.' }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-now-and-then-not-applied',
    family: 'intermittent',
    lie: 'One update in five is accepted and not applied.',
    caughtBy: ['unstable_answer'],
    everyNth: 5,
    tell: () => ({ apply: (before, { now }) => ({ ...before, updatedAt: Math.max(now, before.updatedAt + 1) }) }),
  },
]

function crashUnlessFine({ path }: { readonly path: { readonly appointmentId: string } }) {
  return /^\d+$/.test(path.appointmentId) ? undefined : CRASH
}
