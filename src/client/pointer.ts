/** Joins reference tokens to a JSON Pointer. RFC 6901 §3. A copy, because the client imports nothing of the engine. */
export function pointer(...tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
