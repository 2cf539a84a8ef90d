import type { RequestCheck } from '../../behaviour.ts'
import { AUDIENCE, ISSUER } from '../tokens/tokens.ts'
import type { LobbieUpdate } from '../update.ts'

/**
 * Checks of the bearer token (RFC 6750 §3, RFC 7519 §4.1). Each check covers one reason to refuse a token, so that a
 * fault can skip a single reason.
 */
export const authorizationChecks = {
  'token-present': ({ token }) =>
    token.present
      ? undefined
      : {
          status: 401,
          message: 'An access token is required.',
          // The challenge for a request without credentials contains no error code (RFC 6750 §3).
          headers: { 'www-authenticate': 'Bearer realm="lobbie"' },
        },
  'token-form': ({ token }) =>
    token.present && !token.formed ? invalidToken('The access token is not a bearer token.') : undefined,
  'token-algorithm': ({ token }) =>
    token.formed && token.algorithm !== 'RS256'
      ? invalidToken('The access token must be signed with RS256.')
      : undefined,
  'token-signature': ({ token }) =>
    token.formed && token.algorithm === 'RS256' && !token.signed
      ? invalidToken('The signature of the access token is invalid.')
      : undefined,
  'token-issuer': ({ token }) =>
    token.formed && token.issuer !== ISSUER ? invalidToken('The access token has another issuer.') : undefined,
  'token-audience': ({ token }) =>
    token.formed && token.audience !== AUDIENCE ? invalidToken('The access token is for another API.') : undefined,
  'token-expiry': ({ token, now }) =>
    token.formed && !(now < (token.expiresAt ?? 0) * 1000) ? invalidToken('The access token has expired.') : undefined,
  'token-not-before': ({ token, now }) =>
    token.formed && now < (token.notBefore ?? 0) * 1000
      ? invalidToken('The access token is not valid yet.')
      : undefined,
} as const satisfies Record<string, RequestCheck<LobbieUpdate>>

function invalidToken(message: string) {
  return {
    status: 401,
    message,
    headers: { 'www-authenticate': `Bearer realm="lobbie", error="invalid_token", error_description="${message}"` },
  }
}
