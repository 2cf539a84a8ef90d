/**
 * Percent-encodes the fixed text in a path template. Text that is already percent-encoded, such as `%2F`, is kept. `#`
 * and everything after it are removed. RFC 3986 §3.3, §3.5.
 */
export function pathLiteral(text: string): string {
  const [sent = ''] = text.split('#')
  return sent.replaceAll(/[^\w.~:/?@!$&'()*+,;=%[\]-]+|%(?![0-9A-Fa-f]{2})/gu, (part) => encodeURIComponent(part))
}
