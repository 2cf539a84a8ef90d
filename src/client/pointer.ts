/** Joins reference tokens to a JSON Pointer. RFC 6901 §3. Written again here because a client imports no engine. */
export function pointer(...tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
