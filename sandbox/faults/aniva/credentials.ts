import type { AnivaFault } from '../../fault.ts'
import { onStatus, without } from '../tell.ts'

const aniva = { api: 'aniva', family: 'credentials', caughtBy: ['ignored_auth'] } as const

/** Doors that stand open, one at a time, and doors that say something else than they should. */
export const anivaCredentials: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-key-not-required',
    lie: 'A request without a key is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'key-present') }),
  },
  {
    ...aniva,
    id: 'aniva-any-key-accepted',
    lie: 'A key that was never issued is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'key-known') }),
  },
  {
    ...aniva,
    id: 'aniva-revoked-key-accepted',
    lie: 'A key that was taken back is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'key-active') }),
  },
  {
    ...aniva,
    id: 'aniva-scope-ignored',
    lie: 'A key without access to the operation may update.',
    tell: ({ checks }) => ({ checks: without(checks, 'key-may-update') }),
  },
  {
    ...aniva,
    id: 'aniva-context-ignored',
    lie: 'A key may update appointments outside its access context.',
    tell: ({ checks }) => ({ checks: without(checks, 'appointment-is-in-context') }),
  },
  {
    ...aniva,
    id: 'aniva-foreign-location-hidden',
    lie: 'A location outside the key’s access context is answered with 404.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'location-is-in-context': (update) =>
          checks['location-is-in-context'](update) === undefined
            ? undefined
            : { status: 404, message: 'There is no such location.' },
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-foreign-location-accepted',
    lie: 'An appointment can be moved to a location outside the access context.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({ checks: without(checks, 'location-is-in-context') }),
  },
  {
    ...aniva,
    id: 'aniva-missing-key-is-401',
    lie: 'A missing key is answered 401, which the document does not promise.',
    caughtBy: ['status_code_conformance'],
    tell: () => ({
      answer: (answer, { key }) => (key === null ? onStatus(answer, 403, { status: 401 }) : answer),
    }),
  },
  {
    ...aniva,
    id: 'aniva-missing-key-is-404',
    lie: 'A missing key is answered 404.',
    caughtBy: ['scenario_expectation'],
    tell: () => ({
      answer: (answer, { key }) => (key === null ? onStatus(answer, 403, { status: 404 }) : answer),
    }),
  },
  {
    ...aniva,
    id: 'aniva-forbidden-says-why',
    lie: 'A key that was never issued is told another sentence than Forbidden.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'key-known': (update) =>
          checks['key-known'](update) === undefined ? undefined : { status: 403, message: 'Unknown key' },
      },
    }),
  },
]
