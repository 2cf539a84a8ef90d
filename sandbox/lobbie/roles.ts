import type { FixtureCredential } from '../fixtures/state.ts'
import { LOBBIE_PARTNERS } from './partners.ts'
import type { Tokens } from './tokens/tokens.ts'

const HOUR = 3600
const DECADE = 10 * 365 * 24 * HOUR

/**
 * Returns a function that returns the credentials of every role of Lobbie. The credentials are created on first use and
 * are the same for every fixture.
 */
export function createRoles(tokens: Tokens): () => Promise<Readonly<Record<string, FixtureCredential>>> {
  let made: Promise<Readonly<Record<string, FixtureCredential>>> | undefined
  return () => (made ??= makeRoles(tokens))
}

async function makeRoles(tokens: Tokens): Promise<Readonly<Record<string, FixtureCredential>>> {
  const { partner, 'other-partner': otherPartner, 'no-grant': noGrant, revoked } = LOBBIE_PARTNERS
  const bearer = async (...asked: Parameters<Tokens['issue']>): Promise<FixtureCredential> => ({
    type: 'bearer',
    token: await tokens.issue(...asked),
  })
  return {
    partner: clientOf(partner),
    'other-partner': clientOf(otherPartner),
    'no-grant': clientOf(noGrant),
    // The token endpoint refuses a revoked partner, so the token of this role is issued directly.
    revoked: await bearer(revoked.clientId, { expiresIn: DECADE }),
    unknown: await bearer('unknown-client', { signedBy: 'foreign', expiresIn: DECADE }),
    unsigned: await bearer(partner.clientId, { signedBy: 'none', expiresIn: DECADE }),
    'wrong-signer': await bearer(partner.clientId, { signedBy: 'foreign', expiresIn: DECADE }),
    expired: await bearer(partner.clientId, { validFromIn: -2 * HOUR, expiresIn: -HOUR }),
    'not-yet-valid': await bearer(partner.clientId, { validFromIn: DECADE }),
    'wrong-audience': await bearer(partner.clientId, { audience: 'https://elsewhere.invalid', expiresIn: DECADE }),
  }
}

function clientOf({
  clientId,
  clientSecret,
}: {
  readonly clientId: string
  readonly clientSecret: string
}): FixtureCredential {
  return { type: 'oauth2', clientId, clientSecret }
}
