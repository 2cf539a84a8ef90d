import { anivaRefusal } from '../../aniva/answer-update.ts'
import { fieldOf } from '../../aniva/update.ts'
import { isUuid } from '../../aniva/uuid.ts'
import type { AnivaFault } from '../../fault.ts'
import { isNaive } from '../read-time.ts'
import { onStatus, tellStatus, tellType } from '../tell.ts'

const aniva = { api: 'aniva', family: 'status', caughtBy: ['status_code_conformance'] } as const
const CRASH = { status: 500, message: 'Internal server error.' }

/** Statuses, headers and methods that are not the document's. */
export const anivaStatuses: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-accepted-is-202',
    lie: 'An accepted update is answered 202.',
    tell: tellStatus(200, { status: 202 }),
  },
  {
    ...aniva,
    id: 'aniva-accepted-is-204',
    lie: 'An accepted update is answered 204 without a body.',
    tell: tellStatus(200, { status: 204, headers: {}, body: undefined }),
  },
  {
    ...aniva,
    id: 'aniva-unknown-is-410',
    lie: 'An appointment that does not exist is answered 410.',
    tell: tellStatus(404, { status: 410 }),
  },
  {
    ...aniva,
    id: 'aniva-bad-body-is-422',
    lie: 'A bad body is answered 422, which the document does not promise.',
    tell: tellStatus(400, { status: 422 }),
  },
  {
    ...aniva,
    id: 'aniva-conflict-is-423',
    lie: 'A conflict is answered 423, which the document does not promise.',
    tell: tellStatus(409, { status: 423 }),
  },
  {
    ...aniva,
    id: 'aniva-conflict-is-400',
    lie: 'A conflict is answered 400.',
    caughtBy: ['scenario_expectation'],
    tell: tellStatus(409, { status: 400 }),
  },
  {
    ...aniva,
    id: 'aniva-unknown-is-400',
    lie: 'An appointment or location that does not exist is answered 400.',
    caughtBy: ['scenario_expectation'],
    tell: tellStatus(404, { status: 400 }),
  },
  {
    ...aniva,
    id: 'aniva-crash-on-naive-time',
    lie: 'A scheduled_at without a timezone designator crashes the server.',
    caughtBy: ['not_a_server_error'],
    tell: () => ({
      answer: (answer, update) => (isNaive(fieldOf(update, 'scheduled_at')) ? anivaRefusal(CRASH) : answer),
    }),
  },
  {
    ...aniva,
    id: 'aniva-crash-on-wrong-type',
    lie: 'A location_id that is no string crashes the server.',
    caughtBy: ['not_a_server_error'],
    tell: () => ({
      answer: (answer, update) => {
        const locationId = fieldOf(update, 'location_id')
        return locationId === undefined || typeof locationId === 'string' ? answer : anivaRefusal(CRASH)
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-crash-on-bad-id',
    lie: 'An id that is no UUID crashes the server.',
    caughtBy: ['not_a_server_error'],
    tell: ({ checks }) => ({ checks: { ...checks, 'id-is-uuid': ({ id }) => (isUuid(id) ? undefined : CRASH) } }),
  },
  {
    ...aniva,
    id: 'aniva-crash-on-unscheduled',
    lie: 'An appointment without a time crashes the server.',
    caughtBy: ['not_a_server_error'],
    tell: () => ({
      answer: (answer, update) =>
        update.world.store.appointments.get(update.id)?.scheduledAt === null
          ? onStatus(answer, 200, { ...anivaRefusal(CRASH) })
          : answer,
    }),
  },
  {
    ...aniva,
    id: 'aniva-put-taken-for-patch',
    lie: 'PUT updates as PATCH does.',
    caughtBy: ['unsupported_method'],
    tell: () => ({ methods: ['PATCH', 'PUT'] }),
  },
  {
    ...aniva,
    id: 'aniva-post-taken-for-patch',
    lie: 'POST updates as PATCH does.',
    caughtBy: ['unsupported_method'],
    tell: () => ({ methods: ['PATCH', 'POST'] }),
  },
  {
    ...aniva,
    id: 'aniva-answer-as-text',
    family: 'headers',
    lie: 'The answer is called text/plain.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(200, 'text/plain'),
  },
  {
    ...aniva,
    id: 'aniva-answer-as-hal',
    family: 'headers',
    lie: 'The answer is called application/hal+json.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(200, 'application/hal+json'),
  },
  {
    ...aniva,
    id: 'aniva-conflict-as-problem',
    family: 'headers',
    lie: 'A 409 is called application/problem+json.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(409, 'application/problem+json'),
  },
  {
    ...aniva,
    id: 'aniva-error-as-page',
    family: 'headers',
    lie: 'A 400 is a page for a browser.',
    caughtBy: ['content_type_conformance'],
    tell: tellType(400, 'text/html', { body: { verbatim: '<!doctype html><title>Bad Request</title>' } }),
  },
  {
    ...aniva,
    id: 'aniva-now-and-then-empty',
    family: 'intermittent',
    lie: 'One update in five is answered with an empty object.',
    caughtBy: ['unstable_answer'],
    everyNth: 5,
    tell: tellStatus(200, { body: {} }),
  },
  {
    ...aniva,
    id: 'aniva-now-and-then-500',
    family: 'intermittent',
    lie: 'One update in five crashes the server.',
    caughtBy: ['unstable_answer'],
    everyNth: 5,
    tell: () => ({ answer: () => anivaRefusal(CRASH) }),
  },
]
