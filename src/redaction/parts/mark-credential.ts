import { isMalformedCredential } from '../../exchanges/credentials/apply-credential.ts'
import type { Operation } from '../../operations/operation.ts'
import { ownText, variableOf, type Piece } from './piece.ts'

/** Headers that always carry a secret, in lower case. */
export const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

/**
 * Splits a header that carries a credential into pieces. The name of the authentication scheme may be published, and
 * the rest is secret.
 */
export function markCredential([name, value]: readonly [name: string, value: string], api: string): Piece[] {
  const scheme = /^(Bearer|Basic) (.*)$/i.exec(value)
  if (name.toLowerCase() === 'authorization' && scheme !== null) {
    const [, word = '', rest = ''] = scheme
    return [ownText(`${word} `), secret(rest, word.toLowerCase() === 'basic' ? 'BASIC' : 'TOKEN', api)]
  }
  return [secret(value, variableOf(name), api)]
}

/** Returns the prefix of the shell variables for the secrets of the second user. */
export function otherUserOf(api: string): string {
  return `${api}-other`
}

/** Returns the names of the query parameters in which an operation expects API keys. */
export function secretQueryNames({ security }: Pick<Operation, 'security'>): ReadonlySet<string> {
  const names = security
    .flatMap(({ schemes }) => schemes)
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === 'query')
    .map(({ parameter = '' }) => parameter)
  return new Set(names)
}

/**
 * Returns a secret as a piece that is not published. If `value` is a malformed credential that the gate invented, the
 * piece may be published.
 */
export function secret(value: string, variable: string, api: string): Piece {
  if (isMalformedCredential(value)) return ownText(value)
  return { token: '<secret>', variable: `${variableOf(api)}_${variable}`, value }
}
