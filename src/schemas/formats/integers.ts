import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

/** True for a signed 32-bit integer. OpenAPI format registry. */
export function isInt32(value: number | bigint): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31
}

/**
 * True for a signed 64-bit integer. Accepts the double 2^63, because parsers round 2^63 - 1 to 2^63. OpenAPI format
 * registry.
 */
export function isInt64(value: number | bigint): boolean {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value
  return Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63
}

export const int32: SchemaFormat = {
  name: 'int32',
  appliesTo: 'number',
  check: isInt32,
  samples: [1, 0, -1],
  negatives: () => [needed('above', [2 ** 31]), optional('below', [-(2 ** 31) - 1])],
}

export const int64: SchemaFormat = {
  name: 'int64',
  appliesTo: 'number',
  check: isInt64,
  samples: [1, 0, -1],
  negatives: () => [needed('above', [2n ** 63n]), optional('below', [-(2n ** 63n) - 1n])],
}
