import { randomInt } from 'node:crypto'
import { ContractError } from '../../errors.ts'
import type { Forgery, SchemeCredential } from './credential.ts'

/**
 * Returns a forged copy of `good`, which a correct server refuses. If `good` is a client id and secret, forges the
 * access token that `token` returns. Throws `bad-config` if the credential cannot be forged in the given way.
 */
export async function forgeCredential(
  good: SchemeCredential,
  forgery: Forgery,
  token: () => Promise<string>,
): Promise<SchemeCredential> {
  if (good.type === 'apiKey' && forgery === 'changed') return { type: 'apiKey', value: otherCharacters(good.value) }
  if (good.type === 'basic' && forgery === 'changed') return { ...good, password: otherCharacters(good.password) }
  if (good.type === 'apiKey' || good.type === 'basic') throw notSigned()
  const own = good.type === 'bearer' ? good.token : await token()
  const parts = own.split('.')
  const [header = '', payload = '', signature = ''] = parts
  const claims = parts.length === 3 ? objectIn(payload) : undefined
  if (claims === undefined || objectIn(header) === undefined) {
    if (forgery === 'changed') return { type: 'bearer', token: otherCharacters(own) }
    throw notSigned()
  }
  if (forgery === 'changed') {
    const changed = encode({ ...claims, sub: `${typeof claims['sub'] === 'string' ? claims['sub'] : ''}-changed` })
    return { type: 'bearer', token: `${header}.${changed}.${signature}` }
  }
  if (forgery === 'unsigned') {
    return { type: 'bearer', token: `${encode({ ...objectIn(header), alg: 'none' })}.${payload}.` }
  }
  return { type: 'bearer', token: await signedAnew(objectIn(header) ?? {}, claims) }
}

/** Returns a JWT that is signed with a key which the issuer does not know. */
async function signedAnew(header: Record<string, unknown>, claims: Record<string, unknown>): Promise<string> {
  const { SignJWT, generateKeyPair } = await import('jose')
  const declared = header['alg']
  const alg = typeof declared === 'string' && /^(RS|PS|ES)(256|384|512)$/.test(declared) ? declared : 'RS256'
  const { privateKey } = await generateKeyPair(alg)
  return new SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(privateKey)
}

/** Returns a random value of the same length and form: a letter for each letter, and a digit for each digit. */
function otherCharacters(value: string): string {
  const other = value
    .replaceAll(/[a-z]/g, () => String.fromCharCode(97 + randomInt(26)))
    .replaceAll(/[A-Z]/g, () => String.fromCharCode(65 + randomInt(26)))
    .replaceAll(/\d/g, () => String(randomInt(10)))
  return other === value ? `${value}0` : other
}

function objectIn(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function notSigned(): ContractError {
  return new ContractError('bad-config', {
    what: 'the credential is not a signed token, so its signature cannot be forged',
  })
}
