import type { AnivaFault, Fault, LobbieFault } from '../fault.ts'
import { LOBBIE_PARTNERS } from '../lobbie/partners.ts'
import { onStatus, without } from './tell.ts'

const lobbie = { api: 'lobbie', family: 'credentials', caughtBy: ['ignored_auth'] } as const
const aniva = { api: 'aniva', family: 'credentials', caughtBy: ['ignored_auth'] } as const

const lobbieFaults: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-token-not-required',
    lie: 'A request without a token is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'token-present') }),
  },
  {
    ...lobbie,
    id: 'lobbie-garbled-token-accepted',
    lie: 'A token that is none is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'token-form') }),
  },
  {
    ...lobbie,
    id: 'lobbie-unsigned-token-accepted',
    lie: 'A token with alg none is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'token-algorithm') }),
  },
  {
    ...lobbie,
    id: 'lobbie-foreign-signature-accepted',
    lie: 'A token that names a partner is let in whoever signed it.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'token-signature': (update) => {
          const clientIds: readonly string[] = Object.values(LOBBIE_PARTNERS).map(({ clientId }) => clientId)
          return clientIds.includes(update.token.clientId ?? '') ? undefined : checks['token-signature'](update)
        },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-expired-token-accepted',
    lie: 'An expired token is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'token-expiry') }),
  },
  {
    ...lobbie,
    id: 'lobbie-early-token-accepted',
    lie: 'A token that is not valid yet is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'token-not-before') }),
  },
  {
    ...lobbie,
    id: 'lobbie-audience-ignored',
    lie: 'A token for another API is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'token-audience') }),
  },
  {
    ...lobbie,
    id: 'lobbie-revocation-ignored',
    lie: 'The token of a revoked partner is let in.',
    tell: ({ checks }) => ({ checks: without(checks, 'partner-is-active') }),
  },
  {
    ...lobbie,
    id: 'lobbie-grants-ignored',
    lie: 'Any partner may come to any account.',
    tell: ({ checks }) => ({ checks: without(checks, 'account-is-granted') }),
  },
  {
    ...lobbie,
    id: 'lobbie-withdrawn-grant-honoured',
    lie: 'A grant that was withdrawn still opens the account.',
    tell: ({ checks }) => ({ checks: without(checks, 'grant-is-active') }),
  },
  {
    ...lobbie,
    id: 'lobbie-missing-token-is-403',
    lie: 'A missing or bad token is answered 403.',
    caughtBy: ['recipe_expectation'],
    tell: () => ({ answer: (answer) => onStatus(answer, 401, { status: 403 }) }),
  },
]

const anivaFaults: readonly AnivaFault[] = [
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
    id: 'aniva-missing-key-is-401',
    lie: 'A missing key is answered 401, which the document does not promise.',
    caughtBy: ['status_code_conformance'],
    tell: () => ({
      answer: (answer, { key }) => (key === null ? onStatus(answer, 403, { status: 401 }) : answer),
    }),
  },
]

/** Doors that stand open, one at a time. */
export const credentialFaults: readonly Fault[] = [...lobbieFaults, ...anivaFaults]
