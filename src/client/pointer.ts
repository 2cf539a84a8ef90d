/**
 * Joins tokens to a JSON Pointer (RFC 6901 §3). A copy of the gate's function, because the client may not import code
 * of the gate.
 */
export function pointer(...tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
