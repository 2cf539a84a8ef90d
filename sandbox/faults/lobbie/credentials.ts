import type { LobbieFault } from '../../fault.ts'
import { LOBBIE_PARTNERS } from '../../lobbie/partners.ts'
import type { LobbieUpdate } from '../../lobbie/update.ts'
import { onStatus, tellStatus, without } from '../tell.ts'

const lobbie = { api: 'lobbie', family: 'credentials', caughtBy: ['ignored_auth'] } as const

/** Doors that stand open, one at a time. */
export const lobbieCredentials: readonly LobbieFault[] = [
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
    id: 'lobbie-unknown-client-accepted',
    lie: 'A token that names nobody we know is let in.',
    tell: ({ checks }) => {
      const isKnown = (update: LobbieUpdate) => update.world.store.partners.has(update.token.clientId ?? '')
      const unlessUnknown = (name: keyof typeof checks) => (update: LobbieUpdate) =>
        update.token.formed && !isKnown(update) ? undefined : checks[name](update)
      return {
        checks: {
          ...checks,
          'token-signature': unlessUnknown('token-signature'),
          'partner-is-active': unlessUnknown('partner-is-active'),
          'account-is-granted': unlessUnknown('account-is-granted'),
        },
      }
    },
  },
  {
    ...lobbie,
    id: 'lobbie-missing-token-is-403',
    lie: 'A missing or bad token is answered 403.',
    caughtBy: ['scenario_expectation'],
    tell: tellStatus(401, { status: 403 }),
  },
  {
    ...lobbie,
    id: 'lobbie-bad-token-is-400',
    lie: 'A token that is not of the form is answered 400.',
    caughtBy: ['scenario_expectation'],
    tell: () => ({
      answer: (answer, { token }) => (token.present && !token.formed ? onStatus(answer, 401, { status: 400 }) : answer),
    }),
  },
]
