import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose'

/** A key pair for RS256, and the name under which its public half is published. */
export interface SigningKey {
  readonly keyId: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** Ours, and one that nobody should trust. */
export interface SigningKeys {
  readonly own: SigningKey
  readonly foreign: SigningKey
}

let keys: Promise<SigningKeys> | undefined

/**
 * The key pairs of this process. Made once, when the first token is asked for (about 0.2 s), and never changed; they
 * hold no state of any sandbox, so all sandboxes share them.
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
