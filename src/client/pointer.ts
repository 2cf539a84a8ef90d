/**
 * Joins reference tokens into a JSON Pointer (RFC 6901 §3). The engine has the same function, but the client imports
 * nothing of the engine.
 */
export function pointer(...tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
