import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { ask, lobbieFixture, NOW } from './support.ts'

const { clientId, clientSecret } = createSandbox().partners.lobbie.partner
const credentials = { client_id: clientId, client_secret: clientSecret }
const grant = { grant_type: 'client_credentials' }
const basic = (id: string, secret: string) => `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`

const askToken = (
  body: string | Record<string, string>,
  headers: Record<string, string> = {},
  path = '/oauth/token',
) => {
  const sent = typeof body === 'string' ? body : new URLSearchParams(body)
  return ask(createSandbox({ now: NOW }).fetch, path, { method: 'POST', headers, body: sent })
}

test.each(['/oauth/token', '/oauth2/token'])(
  'the token endpoint %s issues a bearer token that must not be cached',
  async (path) => {
    const { status, headers, body } = await askToken({ ...grant, ...credentials }, {}, path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 })
  },
)

test('the token is a JWT whose signature can be verified with the published key set', async () => {
  const sandbox = createSandbox({ now: NOW })
  const form = new URLSearchParams({ ...grant, ...credentials })
  const { body } = await ask(sandbox.fetch, '/oauth/token', { method: 'POST', body: form })
  const keySet = (await (await sandbox.fetch('/.well-known/jwks.json')).json()) as JSONWebKeySet
  const { payload, protectedHeader } = await jwtVerify(String(body['access_token']), createLocalJWKSet(keySet), {
    currentDate: new Date(NOW),
    algorithms: ['RS256'],
  })
  expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: keySet.keys[0]?.kid })
  const issuedAt = Date.parse(NOW) / 1000
  expect(payload).toMatchObject({ iat: issuedAt, nbf: issuedAt, exp: issuedAt + 3600, client_id: clientId })
  expect(payload).toMatchObject({ iss: expect.any(String), aud: expect.any(String), jti: expect.any(String) })
  expect(Object.keys(keySet.keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})

test('a client can authenticate with HTTP Basic', async () => {
  const { status } = await askToken(grant, { authorization: basic(clientId, clientSecret) })
  expect(status).toBe(200)
})

test('a token response contains the requested scope if the scope is known', async () => {
  const { body } = await askToken({ ...grant, ...credentials, scope: 'sandbox-lobbie-api/partner-api' })
  expect(body['scope']).toBe('sandbox-lobbie-api/partner-api')
})

describe('the token endpoint refuses', () => {
  const { revoked } = createSandbox().partners.lobbie
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  test.each([
    ['a wrong secret', { ...grant, ...credentials, client_secret: 'x' }, {}, 401, 'invalid_client'],
    ['an unknown client', { ...grant, ...credentials, client_id: 'x' }, {}, 401, 'invalid_client'],
    ['a request without a client', grant, {}, 401, 'invalid_client'],
    ['a client without its secret', { ...grant, client_id: clientId }, {}, 401, 'invalid_client'],
    ['a wrong secret in HTTP Basic', grant, { authorization: basic(clientId, 'x') }, 401, 'invalid_client'],
    ['a malformed HTTP Basic header', grant, { authorization: 'Basic ???' }, 401, 'invalid_client'],
    ['the authentication scheme Digest', grant, { authorization: 'Digest x' }, 401, 'invalid_client'],
    [
      'a revoked partner',
      { ...grant, client_id: revoked.clientId, client_secret: revoked.clientSecret },
      {},
      401,
      'invalid_client',
    ],
    ['__proto__ as a client', { ...grant, client_id: '__proto__', client_secret: 'x' }, {}, 401, 'invalid_client'],
    ['the grant type password', { ...credentials, grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    ['a request without a grant type', credentials, {}, 400, 'invalid_request'],
    ['an empty grant type', { ...credentials, grant_type: '' }, {}, 400, 'invalid_request'],
    [
      'credentials in both the body and HTTP Basic',
      { ...grant, ...credentials },
      { authorization: basic(clientId, clientSecret) },
      400,
      'invalid_request',
    ],
    ['a repeated field', 'grant_type=client_credentials&grant_type=client_credentials', form, 400, 'invalid_request'],
    [
      'a body of JSON',
      JSON.stringify({ ...grant, ...credentials }),
      { 'content-type': 'application/json' },
      400,
      'invalid_request',
    ],
    ['an unknown scope', { ...grant, ...credentials, scope: 'everything' }, {}, 400, 'invalid_scope'],
  ])('%s', async (_what, body, headers, status, error) => {
    const answered = await askToken(body, headers)
    expect(answered.status).toBe(status)
    expect(answered.body).toEqual({ error, error_description: expect.any(String) })
    expect(answered.headers.get('cache-control')).toBe('no-store')
    expect(answered.headers.has('www-authenticate')).toBe(status === 401)
  })

  test('a request with GET', async () => {
    const { status, headers } = await ask(createSandbox().fetch, '/oauth/token')
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('POST')
  })
})

test('a token is valid until the last millisecond of its lifetime', async () => {
  let now = new Date(NOW)
  const fixture = await lobbieFixture({}, { now: () => now, tokenLifetimeSeconds: 60 })
  now = new Date(Date.parse(NOW) + 59_999)
  expect((await fixture.update({ note: 'in time' })).status).toBe(200)
  now = new Date(Date.parse(NOW) + 60_000)
  expect((await fixture.update({ note: 'too late' })).status).toBe(401)
})

test('a request with an invalid token gets a 401 with the error invalid_token in WWW-Authenticate', async () => {
  const fixture = await lobbieFixture()
  const roles = ['unknown', 'unsigned', 'wrong-signer', 'expired', 'not-yet-valid', 'wrong-audience'] as const
  const sent = [
    ...roles.map((role) => {
      const credential = fixture.credentials[role]
      return `Bearer ${credential?.type === 'bearer' ? credential.token : ''}`
    }),
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    `Basic ${fixture.token}`,
    fixture.token,
    `Bearer ${fixture.token}x`,
    `Bearer ${fixture.token} x`,
    `Bearer ${fixture.token.split('.').slice(0, 2).join('.')}.`,
  ]
  for (const authorization of sent) {
    const { status, headers, body } = await fixture.update({ note: 'x' }, { headers: { authorization } })
    expect([authorization.slice(0, 12), status]).toEqual([authorization.slice(0, 12), 401])
    expect(headers.get('www-authenticate')).toMatch(/^Bearer realm="lobbie", error="invalid_token"/)
    expect(Object.keys(body)).toEqual(['message'])
  }
  expect(fixture.observe().subject).toMatchObject({ note: 'Annual checkup' })
})

test('a request without a token gets a 401 with only the realm in WWW-Authenticate', async () => {
  const fixture = await lobbieFixture()
  const { status, headers } = await ask(fixture.sandbox.fetch, fixture.url, { method: 'PUT' })
  expect(status).toBe(401)
  expect(headers.get('www-authenticate')).toBe('Bearer realm="lobbie"')
})
