/**
 * Encodes the fixed part of a path template for a request. Percent-encodes characters that are not allowed, keeps
 * percent-encoded characters such as `%2F`, and drops everything after `#`. RFC 3986 §3.3, §3.5.
 */
export function pathLiteral(text: string): string {
  const [sent = ''] = text.split('#')
  return sent.replaceAll(/[^\w.~:/?@!$&'()*+,;=%[\]-]+|%(?![0-9A-Fa-f]{2})/gu, (part) => encodeURIComponent(part))
}
