import { compactVerify, decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from 'jose'
import type { Identities } from '../../fixtures/identities.ts'
import type { SandboxClock } from '../../time/clock.ts'
import { signingKeys } from './signing-keys.ts'

/** The issuer and the audience of the tokens. Both URLs are invented, and no server can be reached at them. */
export const ISSUER = 'https://lobbie.sandbox.invalid'
export const AUDIENCE = 'https://lobbie.sandbox.invalid/partner/v2'

/** The facts in an `Authorization` header. None of them is checked yet. */
export interface TokenFacts {
  readonly present: boolean
  /** True if the header has the form `Bearer`, a space, and three base64url parts that form a JWT. */
  readonly formed: boolean
  readonly algorithm?: string | undefined
  /** True if the token is signed with RS256 by the key of the server. */
  readonly signed: boolean
  readonly issuer?: string | undefined
  readonly audience?: string | undefined
  readonly clientId?: string | undefined
  /** Seconds since 1970 UTC. */
  readonly expiresAt?: number | undefined
  /** Seconds since 1970 UTC. */
  readonly notBefore?: number | undefined
}

/** The properties in which an invalid token differs from a valid one. */
export interface TokenOverrides {
  readonly signedBy?: 'own' | 'foreign' | 'none'
  readonly audience?: string
  /**
   * The number of seconds from now until the token becomes valid. A negative number gives a token that was issued in
   * the past.
   */
  readonly validFromIn?: number
  /** The number of seconds from now until the token expires. */
  readonly expiresIn?: number
}

/** Issues and reads the tokens of one sandbox. */
export interface Tokens {
  readonly lifetimeSeconds: number
  readonly issue: (clientId: string, overrides?: TokenOverrides) => Promise<string>
  readonly read: (authorization: string | null) => TokenFacts | Promise<TokenFacts>
}

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i
const READ_TOKENS_KEPT = 1000

/** Creates the issuer and reader of the tokens of one sandbox. The tokens are JWTs (RFC 7519), signed with RS256. */
export function createTokens(clock: SandboxClock, identities: Identities, lifetimeSeconds: number): Tokens {
  // Caches the result for each token, because verifying a token takes longer than the rest of a request.
  const verified = new Map<string, TokenFacts>()
  let issued = 0

  async function readOnce(authorization: string): Promise<TokenFacts> {
    const token = BEARER.exec(authorization)?.[1]
    if (token === undefined) return { present: true, formed: false, signed: false }
    const facts = decode(token)
    if (!facts.formed || facts.algorithm !== 'RS256') return facts
    const signed = await hasOwnSignature(token)
    if (!signed) return facts
    if (verified.size >= READ_TOKENS_KEPT) verified.clear()
    verified.set(authorization, { ...facts, signed })
    return { ...facts, signed }
  }

  return {
    lifetimeSeconds,
    read: (authorization) => {
      if (authorization === null) return { present: false, formed: false, signed: false }
      const kept = verified.get(authorization)
      if (kept === undefined) return readOnce(authorization)
      if ((kept.expiresAt ?? 0) * 1000 <= clock()) verified.delete(authorization)
      return kept
    },
    issue: async (clientId, { signedBy = 'own', audience = AUDIENCE, validFromIn = 0, expiresIn } = {}) => {
      const now = Math.floor(clock() / 1000)
      issued += 1
      const claims = {
        iss: ISSUER,
        aud: audience,
        sub: clientId,
        client_id: clientId,
        iat: now + Math.min(validFromIn, 0),
        nbf: now + validFromIn,
        exp: now + (expiresIn ?? validFromIn + lifetimeSeconds),
        jti: identities.uuid(`token ${issued}`),
      }
      if (signedBy === 'none') return new UnsecuredJWT(claims).encode()
      const { own, foreign } = await signingKeys()
      // A forged token has the key id of the server's key, so that only its signature is wrong.
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: own.keyId })
        .sign((signedBy === 'own' ? own : foreign).privateKey)
    },
  }
}

async function hasOwnSignature(token: string): Promise<boolean> {
  const { own } = await signingKeys()
  try {
    const { protectedHeader } = await compactVerify(token, own.publicKey, { algorithms: ['RS256'] })
    return protectedHeader.kid === own.keyId
  } catch {
    return false
  }
}

function decode(token: string): TokenFacts {
  try {
    const claims = decodeJwt(token)
    return {
      present: true,
      formed: true,
      signed: false,
      algorithm: decodeProtectedHeader(token).alg,
      issuer: textOf(claims.iss),
      audience: textOf(claims.aud),
      clientId: textOf(claims['client_id']),
      expiresAt: numberOf(claims.exp),
      notBefore: numberOf(claims.nbf),
    }
  } catch {
    return { present: true, formed: false, signed: false }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
