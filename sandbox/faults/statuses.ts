import { anivaRefusal } from '../aniva/answer-update.ts'
import { fieldOf as anivaFieldOf } from '../aniva/update.ts'
import type { AnivaFault, Fault, LobbieFault } from '../fault.ts'
import { lobbieRefusal } from '../lobbie/answer-update.ts'
import { fieldOf } from '../lobbie/update.ts'
import { parseInstant } from '../time/instant.ts'
import { onStatus, withoutHeader } from './tell.ts'

const lobbie = { api: 'lobbie', family: 'status', caughtBy: ['status_code_conformance'] } as const
const aniva = { api: 'aniva', family: 'status', caughtBy: ['status_code_conformance'] } as const
const CRASH = { status: 500, message: 'Internal server error.' }

const isNaive = (value: unknown) =>
  typeof value === 'string' && parseInstant(value) === undefined && parseInstant(`${value}Z`) !== undefined

const lobbieFaults: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-accepted-is-201',
    lie: 'An accepted update is answered 201.',
    tell: () => ({ answer: (answer) => onStatus(answer, 200, { status: 201 }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-is-422',
    lie: 'A conflict is answered 422, which the document does not promise.',
    tell: () => ({ answer: (answer) => onStatus(answer, 409, { status: 422 }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-is-400',
    lie: 'A conflict is answered 400.',
    caughtBy: ['recipe_expectation'],
    tell: () => ({ answer: (answer) => onStatus(answer, 409, { status: 400 }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-is-403',
    lie: 'An appointment that does not exist is answered 403.',
    caughtBy: ['recipe_expectation'],
    tell: () => ({ answer: (answer) => onStatus(answer, 404, { status: 403 }) }),
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
    id: 'lobbie-post-taken-for-put',
    lie: 'POST updates as PUT does.',
    caughtBy: ['unsupported_method'],
    tell: () => ({ methods: ['PUT', 'POST'] }),
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
    tell: () => ({
      answer: (answer) =>
        onStatus(answer, 200, { headers: { ...answer.headers, 'content-type': 'text/plain; charset=utf-8' } }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-as-problem',
    family: 'headers',
    lie: 'A 409 is called application/problem+json.',
    caughtBy: ['content_type_conformance'],
    tell: () => ({
      answer: (answer) =>
        onStatus(answer, 409, { headers: { ...answer.headers, 'content-type': 'application/problem+json' } }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-now-and-then-503',
    family: 'intermittent',
    lie: 'One update in five is answered 503.',
    everyNth: 5,
    tell: () => ({ answer: () => lobbieRefusal({ status: 503, message: 'Try again.' }) }),
  },
]

const anivaFaults: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-accepted-is-202',
    lie: 'An accepted update is answered 202.',
    tell: () => ({ answer: (answer) => onStatus(answer, 200, { status: 202 }) }),
  },
  {
    ...aniva,
    id: 'aniva-unknown-is-410',
    lie: 'An appointment that does not exist is answered 410.',
    tell: () => ({ answer: (answer) => onStatus(answer, 404, { status: 410 }) }),
  },
  {
    ...aniva,
    id: 'aniva-conflict-is-400',
    lie: 'A conflict is answered 400.',
    caughtBy: ['recipe_expectation'],
    tell: () => ({ answer: (answer) => onStatus(answer, 409, { status: 400 }) }),
  },
  {
    ...aniva,
    id: 'aniva-crash-on-naive-time',
    lie: 'A scheduled_at without a timezone designator crashes the server.',
    caughtBy: ['not_a_server_error'],
    tell: () => ({
      answer: (answer, update) => (isNaive(anivaFieldOf(update, 'scheduled_at')) ? anivaRefusal(CRASH) : answer),
    }),
  },
  {
    ...aniva,
    id: 'aniva-crash-on-wrong-type',
    lie: 'A location_id that is no string crashes the server.',
    caughtBy: ['not_a_server_error'],
    tell: () => ({
      answer: (answer, update) => {
        const locationId = anivaFieldOf(update, 'location_id')
        return locationId === undefined || typeof locationId === 'string' ? answer : anivaRefusal(CRASH)
      },
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
    id: 'aniva-error-as-page',
    family: 'headers',
    lie: 'A 400 is a page for a browser.',
    caughtBy: ['content_type_conformance'],
    tell: () => ({
      answer: (answer) =>
        onStatus(answer, 400, {
          headers: { ...answer.headers, 'content-type': 'text/html' },
          body: { verbatim: '<!doctype html><title>Bad Request</title>' },
        }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-now-and-then-empty',
    family: 'intermittent',
    lie: 'One update in five is answered with an empty object.',
    caughtBy: ['response_schema_conformance'],
    everyNth: 5,
    tell: () => ({ answer: (answer) => onStatus(answer, 200, { body: {} }) }),
  },
]

/** Statuses, headers and methods that are not the document's. */
export const statusFaults: readonly Fault[] = [...lobbieFaults, ...anivaFaults]
