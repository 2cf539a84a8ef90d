import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { type Incoming, json, type Reply } from '../common/http.ts'
import { clients, lobbieCredentials } from './credentials.ts'
import type { Server } from './server.ts'

/** The `iss` claim of all tokens. */
export const issuer = 'https://identity.example/partner-pool'

/** Returns an error of the token endpoint in the form of RFC 6749 §5.2. */
const failure = (error: string, status = 400): Reply => json(status, { error }, { 'cache-control': 'no-store' })

/**
 * Answers a token request that has the client credentials in its form. The token has the same claims as a token of AWS
 * Cognito.
 */
export async function grantToken(
  { method, headers, body }: Incoming,
  { settings, keys, now, tokenSeconds }: Server,
): Promise<Reply> {
  if (method !== 'POST') return json(405, { error: 'method_not_allowed' }, { allow: 'POST' })
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return failure('invalid_request')
  const form = new URLSearchParams(body.toString('utf8'))
  if (form.get('grant_type') !== 'client_credentials')
    return failure(form.has('grant_type') ? 'unsupported_grant_type' : 'invalid_request')
  const client = clients.find(({ clientId }) => clientId === form.get('client_id'))
  if (client === undefined || client.clientSecret !== form.get('client_secret'))
    return failure('invalid_client', Number(settings['token-refusal']))
  if (form.get('scope') !== lobbieCredentials.scope) return failure('invalid_scope')
  const seconds = Math.floor(now() / 1000)
  const token = await new SignJWT({ token_use: 'access', scope: lobbieCredentials.scope, client_id: client.clientId })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'key-1' })
    .setIssuer(issuer)
    .setSubject(client.clientId)
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + tokenSeconds)
    .sign(keys.privateKey)
  const granted = { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds }
  return json(200, granted, { 'cache-control': 'no-store' })
}
