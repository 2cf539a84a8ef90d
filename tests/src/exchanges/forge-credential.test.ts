import { decodeJwt, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { forgeCredential } from '../../../src/exchanges/credentials/forge-credential.ts'

const issuer = await generateKeyPair('RS256')
const token = await new SignJWT({ sub: 'partner', aud: 'orders' })
  .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
  .sign(issuer.privateKey)
const client = { type: 'oauth2', clientId: 'id', clientSecret: 'secret' } as const
const issued = (): Promise<string> => Promise.resolve(token)

async function forged(how: Parameters<typeof forgeCredential>[1]): Promise<string> {
  const credential = await forgeCredential(client, how, issued)
  return credential.type === 'bearer' ? credential.token : ''
}

test.each(['changed', 'unsigned', 'foreign-key'] as const)(
  'a forged token (%s) fails the verification of its signature',
  async (how) => {
    await expect(jwtVerify(token, issuer.publicKey)).resolves.toBeDefined()
    await expect(jwtVerify(await forged(how), issuer.publicKey)).rejects.toThrow()
  },
)

test('each forged token differs from the valid token in one part', async () => {
  const [changed, unsigned, foreign] = [await forged('changed'), await forged('unsigned'), await forged('foreign-key')]
  expect(changed.split('.')[2]).toBe(token.split('.')[2])
  expect(decodeJwt(changed).sub).not.toBe('partner')
  expect(decodeProtectedHeader(unsigned)).toEqual({ alg: 'none', kid: 'k1' })
  expect(decodeJwt(foreign)).toEqual(decodeJwt(token))
  expect(decodeProtectedHeader(foreign)).toEqual({ alg: 'RS256', kid: 'k1' })
})

test('a forged API key or opaque token has the same kinds of characters as the valid one, and is different', async () => {
  const key = await forgeCredential({ type: 'apiKey', value: 'ab12-CD' }, 'changed', issued)
  expect(key).toMatchObject({ type: 'apiKey', value: expect.stringMatching(/^[a-z]{2}\d{2}-[A-Z]{2}0?$/) })
  expect(key).not.toMatchObject({ value: 'ab12-CD' })
  const bearer = await forgeCredential({ type: 'bearer', token: 'opaque-7' }, 'changed', issued)
  expect(bearer).not.toMatchObject({ token: 'opaque-7' })
})

test('a credential that is not a JWT cannot be forged as an unsigned JWT or with a foreign key', async () => {
  await expect(forgeCredential({ type: 'apiKey', value: 'k' }, 'unsigned', issued)).rejects.toThrow(
    /not a signed token/,
  )
  await expect(forgeCredential({ type: 'bearer', token: 'k' }, 'foreign-key', issued)).rejects.toThrow(
    /not a signed token/,
  )
})
