import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose'

/** A key pair for RS256, and the key id with which its public key is published. */
export interface SigningKey {
  readonly keyId: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** The key pair of the server (`own`), and a key pair that the server does not trust (`foreign`). */
export interface SigningKeys {
  readonly own: SigningKey
  readonly foreign: SigningKey
}

let keys: Promise<SigningKeys> | undefined

/**
 * Returns the key pairs of this process. They are created together with the first token and never change. Creating them
 * takes about 0.2 s. All sandboxes share the key pairs, because key pairs contain no data of a sandbox.
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
