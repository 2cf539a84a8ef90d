/**
 * What stands between the parameters of a path, as it goes over the wire: characters that no request target can hold are
 * percent-encoded, triplets that are encoded already stay, and what follows a `#` is for readers. RFC 3986 §3.3, §3.5.
 */
export function pathLiteral(text: string): string {
  const [sent = ''] = text.split('#')
  return sent.replaceAll(/[^\w.~:/?@!$&'()*+,;=%[\]-]+|%(?![0-9A-Fa-f]{2})/gu, (part) => encodeURIComponent(part))
}
