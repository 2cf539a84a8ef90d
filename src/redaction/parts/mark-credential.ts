import { isMalformedCredential } from '../../exchanges/credentials/apply-credential.ts'
import type { Operation } from '../../operations/operation.ts'
import { ownText, variableOf, type Piece } from './piece.ts'

/** Lower-case names of headers that always contain secrets. */
export const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

/**
 * Splits a header with a credential into pieces. The name of the authentication scheme, such as `Bearer`, is public.
 * The rest is secret.
 */
export function markCredential([name, value]: readonly [name: string, value: string], api: string): Piece[] {
  const scheme = /^(Bearer|Basic) (.*)$/i.exec(value)
  if (name.toLowerCase() === 'authorization' && scheme !== null) {
    const [, word = '', rest = ''] = scheme
    return [ownText(`${word} `), secret(rest, word.toLowerCase() === 'basic' ? 'BASIC' : 'TOKEN', api)]
  }
  return [secret(value, variableOf(name), api)]
}

/** Returns the prefix of shell variables that contain secrets of the second user. */
export function otherUserOf(api: string): string {
  return `${api}-other`
}

/** Returns the query parameters that contain API keys. */
export function secretQueryNames({ security }: Pick<Operation, 'security'>): ReadonlySet<string> {
  const names = security
    .flatMap(({ schemes }) => schemes)
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === 'query')
    .map(({ parameter = '' }) => parameter)
  return new Set(names)
}

/**
 * Returns a credential as a secret piece of text. A malformed credential that the gate made up is not secret, so its
 * piece is public.
 */
export function secret(value: string, variable: string, api: string): Piece {
  if (isMalformedCredential(value)) return ownText(value)
  return { token: '<secret>', variable: `${variableOf(api)}_${variable}`, value }
}
