import type { LobbieFault } from '../../fault.ts'
import { tellStatus } from '../tell.ts'

const lobbie = { api: 'lobbie', family: 'error-body', caughtBy: ['response_schema_conformance'] } as const

/** Bodies of refusals that have another shape, or show too much. */
export const lobbieErrors: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-error-without-message',
    lie: 'The body of a 409 has no message.',
    tell: tellStatus(409, { body: { reason: 'conflict' } }),
  },
  {
    ...lobbie,
    id: 'lobbie-message-is-object',
    lie: 'The message of a 400 is an object.',
    tell: tellStatus(400, { body: { message: { text: 'Invalid.' } } }),
  },
  {
    ...lobbie,
    id: 'lobbie-message-null',
    lie: 'The message of a 403 is null.',
    tell: tellStatus(403, { body: { message: null } }),
  },
  {
    ...lobbie,
    id: 'lobbie-errors-in-a-list',
    lie: 'The body of a 400 is a list of messages.',
    tell: tellStatus(400, { body: [{ message: 'Invalid.' }] }),
  },
  {
    ...lobbie,
    id: 'lobbie-error-without-body',
    lie: 'A 404 has no body.',
    tell: tellStatus(404, { body: { verbatim: '' } }),
  },
  {
    ...lobbie,
    id: 'lobbie-error-is-text',
    lie: 'The body of a 401 is a sentence and not JSON.',
    tell: tellStatus(401, { body: { verbatim: 'Unauthorized' } }),
  },
  {
    ...lobbie,
    id: 'lobbie-stack-trace',
    lie: 'A 404 shows a stack trace.',
    caughtBy: ['error_body_leak'],
    tell: tellStatus(404, {
      body: {
        message: 'java.lang.NullPointerException\n\tat com.lobbie.partner.Update.find(Update.java:87)',
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-sql',
    lie: 'A 409 shows the database’s own message.',
    caughtBy: ['error_body_leak'],
    tell: tellStatus(409, {
      body: {
        message:
          'ERROR: duplicate key value violates unique constraint "slot_pk"; UPDATE appointment SET start_time = $1 WHERE id = $2',
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-server-path',
    lie: 'A 400 shows a path of the server.',
    caughtBy: ['error_body_leak'],
    tell: tellStatus(400, { body: { message: 'Cannot map the body (see /var/log/lobbie/partner-api.log)' } }),
  },
]
