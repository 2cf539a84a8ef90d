import type { AnivaFault } from '../../fault.ts'
import { onStatus, tellStatus } from '../tell.ts'

const aniva = { api: 'aniva', family: 'error-body', caughtBy: ['response_schema_conformance'] } as const

/** Bodies of refusals that have another shape, or show too much. */
export const anivaErrors: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-error-as-list',
    lie: 'The error of a 400 is a list.',
    tell: tellStatus(400, { body: { error: ['Invalid.'] } }),
  },
  {
    ...aniva,
    id: 'aniva-error-is-object',
    lie: 'The error of a 409 is an object.',
    tell: tellStatus(409, { body: { error: { code: 'locked', message: 'Locked.' } } }),
  },
  {
    ...aniva,
    id: 'aniva-error-called-message',
    lie: 'The error of a 404 is called message.',
    tell: tellStatus(404, { body: { message: 'Not found' } }),
  },
  {
    ...aniva,
    id: 'aniva-error-null',
    lie: 'The error of a 403 is null.',
    tell: tellStatus(403, { body: { error: null } }),
  },
  {
    ...aniva,
    id: 'aniva-error-without-body',
    lie: 'A 409 has no body.',
    tell: tellStatus(409, { body: { verbatim: '' } }),
  },
  {
    ...aniva,
    id: 'aniva-key-echoed',
    lie: 'A 403 repeats the key that was sent.',
    caughtBy: ['error_body_leak'],
    tell: () => ({
      answer: (answer, { key }) =>
        key === null ? answer : onStatus(answer, 403, { body: { error: `The key ${key} has no access.` } }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-file-path',
    lie: 'A 400 shows a path of the server.',
    caughtBy: ['error_body_leak'],
    tell: tellStatus(400, { body: { error: 'ValueError in /srv/aniva/app/appointments/update.py, line 112' } }),
  },
  {
    ...aniva,
    id: 'aniva-stack-trace',
    lie: 'A 404 shows a stack trace.',
    caughtBy: ['error_body_leak'],
    tell: tellStatus(404, {
      body: { error: 'Traceback (most recent call last):\n  File "update.py", line 31, in find\nKeyError' },
    }),
  },
  {
    ...aniva,
    id: 'aniva-sql',
    lie: 'A 409 shows a statement of the database.',
    caughtBy: ['error_body_leak'],
    tell: tellStatus(409, {
      body: { error: 'UPDATE appointments SET scheduled_at = $1 WHERE id = $2 matched no row' },
    }),
  },
]
