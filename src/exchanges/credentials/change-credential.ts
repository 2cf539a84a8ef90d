import type { AppliedCredential, Credential } from './credential.ts'

/** True if a server that checks credentials must refuse a copy of `good` with one changed character. */
export function canChange(good: Credential): boolean {
  const headers = good.type === 'headers' || good.type === 'schemes' ? good.headers : []
  return headers.every(([name, value]) => name.toLowerCase() !== 'authorization' || ONE_TOKEN.test(value))
}

/**
 * Matches the value of `Authorization` if it contains one token. Schemes such as Digest have several parameters, and a
 * server may ignore one of them.
 */
const ONE_TOKEN = /^(\S+ +)?[^\s,]+$/

/**
 * Returns a copy of a credential in which one character of each value is different. Names, the user of Basic
 * authentication, the form and the length stay the same.
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

/** Changes the password. If there is no password, changes the user. */
function changedBasic(encoded: string): string {
  const text = Buffer.from(encoded, 'base64').toString('latin1')
  const at = text.indexOf(':') + 1
  const changed =
    at === text.length ? `${changedValue(text.slice(0, -1))}:` : text.slice(0, at) + changedValue(text.slice(at))
  return Buffer.from(changed, 'latin1').toString('base64')
}

/**
 * Changes one character after the last dot. In a JWT, this part is the signature. Avoids the last character if
 * possible, because Base64 decoders may ignore its lowest bits. The new character is valid in hexadecimal, Base32 and
 * Base64.
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
