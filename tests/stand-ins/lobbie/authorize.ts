import { decodeJwt, type JWTPayload, jwtVerify } from 'jose'
import type { Incoming } from '../common/http.ts'
import { Refusal } from '../common/refusal.ts'
import { clients, lobbieCredentials } from './credentials.ts'
import type { Server } from './server.ts'
import { issuer } from './token.ts'

/**
 * A refusal by the vendor's gateway. The body of the refusal is always an object with `message`; the setting
 * `error-body` has no effect on this body.
 */
export class GatewayRefusal extends Refusal {}

/** Throws a refusal for a request without the gateway key. */
export function checkKey({ headers }: Incoming, { settings }: Server): void {
  if (settings['gateway-key'] === 'required' && headers['x-api-key'] !== lobbieCredentials.apiKey)
    throw new GatewayRefusal(403, 'Forbidden')
}

/** Returns the claims of a token without checking its signature. */
function readUnchecked(token: string, seconds: number): JWTPayload {
  const claims = decodeJwt(token)
  if (claims.exp !== undefined && claims.exp < seconds) throw new Error('expired')
  return claims
}

/**
 * Caches the claims of tokens with a valid signature, because checking a signature takes most of the time of a request.
 */
const verified = new WeakMap<Server['keys'], Map<string, JWTPayload>>()

/** Returns the claims of a token. Throws if its signature or its time is wrong. */
async function readChecked(token: string, { keys, now }: Server): Promise<JWTPayload> {
  const known = verified.get(keys) ?? new Map<string, JWTPayload>()
  verified.set(keys, known)
  const claims = known.get(token)
  if (claims?.exp !== undefined && claims.exp > now() / 1000) return claims
  const options = { issuer, algorithms: ['RS256'], currentDate: new Date(now()) }
  const { payload } = await jwtVerify(token, keys.publicKey, options)
  known.set(token, payload)
  return payload
}

async function checkToken({ headers }: Incoming, server: Server) {
  const { settings, now } = server
  const challenge = { 'www-authenticate': 'Bearer' }
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(headers.authorization ?? '') ?? []
  if (token === undefined) throw new Refusal(401, 'a bearer token is required', challenge)
  let claims: JWTPayload
  try {
    claims =
      settings['signature-not-checked'] === 'on' ? readUnchecked(token, now() / 1000) : await readChecked(token, server)
  } catch {
    throw new Refusal(401, 'the token is invalid or expired', challenge)
  }
  const client = clients.find(({ clientId }) => clientId === claims['client_id'])
  if (client?.active !== true)
    throw new Refusal(Number(settings['inactive-client']), 'the integration is not active', challenge)
  return client
}

/** Checks the gateway key and the token. Returns the client to whom the token belongs. */
export async function authenticate(incoming: Incoming, server: Server) {
  if (server.settings['gateway-first'] === 'key') checkKey(incoming, server)
  const client = await checkToken(incoming, server)
  checkKey(incoming, server)
  return client
}

/** Checks that the client may use the account, and that the location belongs to the account. */
export function authorize(
  grants: readonly number[],
  accountId: number,
  locationId: number,
  { settings, world }: Server,
): void {
  if (!grants.includes(accountId)) {
    const exists = world.accountIds.includes(accountId)
    throw new Refusal(exists ? 403 : Number(settings['unknown-account']), 'no access to the account')
  }
  const location = world.locations.find(({ id }) => id === locationId)
  if (location?.accountId !== accountId)
    throw new Refusal(Number(settings['foreign-location']), 'no access to the location')
}
