import { isMalformedCredential } from '../../exchanges/apply-credential.ts'
import type { Operation } from '../../operations/operation.ts'
import { ownText, variableOf, type Piece } from './piece.ts'

/** Headers that always carry a secret, in lower case. */
export const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

/**
 * Splits a header that carries a credential: the name of the authentication scheme is own text, the rest is secret.
 * `keys` holds the names of API key headers in lower case.
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

/** Returns the names of an operation's API keys in the header (in lower case) or in the query. */
export function secretNames({ security }: Pick<Operation, 'security'>, place: 'header' | 'query'): ReadonlySet<string> {
  const names = security
    .flatMap(({ schemes }) => schemes)
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === place)
    .map(({ parameter = '' }) => (place === 'header' ? parameter.toLowerCase() : parameter))
  return new Set(names)
}

/** Returns a secret. A malformed credential that the gate invented is own text and may be printed. */
export function secret(value: string, variable: string, api: string): Piece {
  if (isMalformedCredential(value)) return ownText(value)
  return { token: '<secret>', variable: `${variableOf(api)}_${variable}`, value }
}
