import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

/** A pattern in groups of four would overflow the regular expression stack on a file of some megabytes. */
const BASE64 = /^[a-z0-9+/]*={0,2}$/i

/** Base64 with its padding. RFC 4648 §4. */
export function isByte(value: string): boolean {
  return value.length % 4 === 0 && BASE64.test(value)
}

export const byte: SchemaFormat = {
  name: 'byte',
  appliesTo: 'string',
  check: isByte,
  samples: ['YWJj', 'YQ=='],
  negatives: () => [needed('not-base64', ['%%%%', '*']), optional('bad-padding', ['YWJj='])],
}
