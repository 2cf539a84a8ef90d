import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

/**
 * Matches the characters of Base64. An expression that matches groups of four characters would overflow the stack of
 * the regular expression engine for megabytes of text.
 */
const BASE64 = /^[a-z0-9+/]*={0,2}$/i

/** True for Base64 with padding. RFC 4648 §4. */
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
