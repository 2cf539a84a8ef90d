import type { AppliedCredential, Credential } from './credential.ts'

/** True if a server that checks the credential `good` must refuse a changed copy of it. */
export function canChange(good: Credential): boolean {
  const headers = good.type === 'headers' || good.type === 'schemes' ? good.headers : []
  return headers.every(([name, value]) => name.toLowerCase() !== 'authorization' || ONE_TOKEN.test(value))
}

/**
 * Matches an Authorization header with a single token. In other schemes, such as Digest, the header has parameters, and
 * a server may ignore a changed parameter.
 */
const ONE_TOKEN = /^(\S+ +)?[^\s,]+$/

/**
 * Returns a copy of a credential in which each value has the same form and length but one different character. The
 * names of schemes, headers, parameters and cookies stay the same, and so does the user of HTTP Basic authentication.
 */
export function changedCopy({ headers, query, cookies }: AppliedCredential): AppliedCredential {
  return {
    headers: headers.map(([name, value]) => [name, changedHeader(name.toLowerCase(), value)]),
    query: query.map(changedPair),
    cookies: cookies.map(changedPair),
  }
}

function changedHeader(name: string, value: string): string {
  if (name === 'cookie') return value.split(';').map(changedPair).join(';')
  const [, word = '', token = value] = (name === 'authorization' && /^(\S+ +)(.*)$/.exec(value)) || []
  return word + (/^basic /i.test(word) ? changedBasic(token) : changedValue(token))
}

function changedPair(pair: string): string {
  const at = pair.indexOf('=') + 1
  return pair.slice(0, at) + changedValue(pair.slice(at))
}

/** Changes the password. If there is no password, the user is the secret, so the user is changed. */
function changedBasic(encoded: string): string {
  const text = Buffer.from(encoded, 'base64').toString('latin1')
  const at = text.indexOf(':') + 1
  const changed =
    at === text.length ? `${changedValue(text.slice(0, -1))}:` : text.slice(0, at) + changedValue(text.slice(at))
  return Buffer.from(changed, 'latin1').toString('base64')
}

/**
 * Changes one character behind the last dot of a value; in a JWT, that part is the signature. The very last character
 * is changed only in short values, because decoders of Base64 may ignore its lowest bits. The new character is valid in
 * hexadecimal, Base32 and Base64.
 */
function changedValue(value: string): string {
  const start = value.lastIndexOf('.') + 1
  const places = [...value.matchAll(/[a-z\d]/gi)].map(({ index }) => index)
  const last = places.filter((index) => index >= start)
  const chosen = last.length > 0 ? last : places
  const at = chosen[Math.floor(chosen.length * 0.75)] ?? value.length - 1
  return value.slice(0, Math.max(at, 0)) + otherCharacter(value.charAt(at)) + value.slice(at + 1)
}

function otherCharacter(character: string): string {
  const [first, second] = /\d/.test(character) ? '23' : /[A-Z]/.test(character) ? 'AB' : 'ab'
  return (character === first ? second : first) ?? ''
}
