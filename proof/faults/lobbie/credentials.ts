import { LOBBIE_PARTNERS } from '../../../sandbox/lobbie/partners.ts'
import { answersWith, lobbieFaults, skips } from '../changes.ts'

const CLIENT_IDS: readonly unknown[] = Object.values(LOBBIE_PARTNERS).map(({ clientId }) => clientId)

/** Faults in which the server accepts an unauthorized request. */
export const LOBBIE_CREDENTIALS = [
  ...lobbieFaults('credentials', ['ignored_auth'], {
    'lobbie-token-not-required': ['A request without a token is accepted.', skips('token-present')],
    'lobbie-garbled-token-accepted': ['A malformed token is accepted.', skips('token-form')],
    'lobbie-unsigned-token-accepted': ['A token with alg none is accepted.', skips('token-algorithm')],
    'lobbie-foreign-signature-accepted': [
      'A token that names a partner is accepted with any signature.',
      skips('token-signature', ({ token }) => CLIENT_IDS.includes(token.clientId)),
    ],
    'lobbie-expired-token-accepted': ['An expired token is accepted.', skips('token-expiry')],
    'lobbie-early-token-accepted': ['A token that is not valid yet is accepted.', skips('token-not-before')],
    'lobbie-audience-ignored': ['A token for another API is accepted.', skips('token-audience')],
    'lobbie-revocation-ignored': ['The token of a revoked partner is accepted.', skips('partner-is-active')],
    'lobbie-grants-ignored': ['Any partner may update in any account.', skips('account-is-granted')],
    'lobbie-withdrawn-grant-honoured': ['A withdrawn grant still gives access.', skips('grant-is-active')],
    'lobbie-unknown-client-accepted': [
      'A token of an unknown client is accepted.',
      skips(
        ['token-signature', 'partner-is-active', 'account-is-granted'],
        ({ token, server }) => token.formed && !server.store.partners.has(token.clientId ?? ''),
      ),
    ],
  }),
  ...lobbieFaults('credentials', ['scenario_expectation'], {
    'lobbie-missing-token-is-403': ['A missing or invalid token gets 403.', answersWith(401, { status: 403 })],
    'lobbie-bad-token-is-400': [
      'A malformed token is answered with 400.',
      answersWith(401, { status: 400 }, ({ token }) => token.present && !token.formed),
    ],
  }),
]
