/**
 * Joins tokens to a JSON Pointer (RFC 6901 §3). The gate has the same function, but the client must not import code of
 * the gate.
 */
export function pointer(...tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
