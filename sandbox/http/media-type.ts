const MEDIA_TYPE = /^\s*([!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+)\s*((?:;[^,]*)?)$/
const CHARSET = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i

/**
 * True if a Content-Type header has the media type `expected`. A `charset` must be UTF-8. Other parameters are ignored.
 */
export function isMediaType(header: string | null, expected: string): boolean {
  const parts = MEDIA_TYPE.exec(header ?? '')
  if (parts?.[1]?.toLowerCase() !== expected) return false
  const charset = CHARSET.exec(parts[2] ?? '')
  return charset === null || (charset[1] ?? charset[2] ?? '').toLowerCase() === 'utf-8'
}
