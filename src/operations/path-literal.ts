/**
 * Encodes a path template outside its placeholders. Keeps percent-encoded characters such as `%2F`. Removes `#` and
 * everything after it. RFC 3986 §3.3, §3.5.
 */
export function pathLiteral(text: string): string {
  const [sent = ''] = text.split('#')
  return sent.replaceAll(/[^\w.~:/?@!$&'()*+,;=%[\]-]+|%(?![0-9A-Fa-f]{2})/gu, (part) => encodeURIComponent(part))
}
