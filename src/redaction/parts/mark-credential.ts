import { isMalformedCredential } from '../../exchanges/apply-credential.ts'
import type { Operation } from '../../operations/operation.ts'
import { ownText, variableOf, type Piece } from './piece.ts'

/** Headers that always carry a secret, in lower case. */
export const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

/**
 * Splits a header that carries a credential into pieces. The name of the authentication scheme may be published, and
 * the rest is secret. `keys` holds the names, in lower case, of the headers that carry API keys.
 */
export function markCredential(
  [name, value]: readonly [name: string, value: string],
  keys: ReadonlySet<string>,
  api: string,
): Piece[] {
  const scheme = /^(Bearer|Basic) (.*)$/i.exec(value)
  if (name.toLowerCase() === 'authorization' && scheme !== null) {
    const [, word = '', rest = ''] = scheme
    return [ownText(`${word} `), secret(rest, word.toLowerCase() === 'basic' ? 'BASIC' : 'TOKEN', api)]
  }
  return [secret(value, keys.has(name.toLowerCase()) ? 'KEY' : variableOf(name), api)]
}

/**
 * Returns the names of the headers (in lower case) or of the query parameters in which an operation expects API keys.
 */
export function secretNames({ security }: Pick<Operation, 'security'>, place: 'header' | 'query'): ReadonlySet<string> {
  const names = security
    .flatMap(({ schemes }) => schemes)
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === place)
    .map(({ parameter = '' }) => (place === 'header' ? parameter.toLowerCase() : parameter))
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
