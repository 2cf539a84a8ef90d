import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose'

/** A key pair for RS256, and the name under which its public half is published. */
export interface SigningKey {
  readonly keyId: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** The key of the server, and one that it does not trust. */
export interface SigningKeys {
  readonly own: SigningKey
  readonly foreign: SigningKey
}

let keys: Promise<SigningKeys> | undefined

/**
 * The key pairs of this process. Made once, when the first token is asked for (about 0.2 s), and never changed; all
 * sandboxes share them, since they hold no state of a sandbox.
 */
export function signingKeys(): Promise<SigningKeys> {
  keys ??= Promise.all([makeKey(), makeKey()]).then(([own, foreign]) => ({ own, foreign }))
  return keys
}

async function makeKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 })
  const publicJwk = await exportJWK(publicKey)
  const keyId = await calculateJwkThumbprint(publicJwk)
  return { keyId, publicKey, privateKey, publicJwk: { ...publicJwk, kid: keyId, use: 'sig', alg: 'RS256' } }
}
