import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

const URI =
  /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i

/** Absolute `URI` of RFC 3986 §3, checked by its characters; no rule of a single scheme is applied. */
export function isUri(value: string): boolean {
  return URI.test(value)
}

export const uri: SchemaFormat = {
  name: 'uri',
  appliesTo: 'string',
  check: isUri,
  samples: ['https://example.com/a'],
  negatives: () => [needed('relative', ['/a/b', 'a/b']), optional('blank', ['https://example.com/a b'])],
}
