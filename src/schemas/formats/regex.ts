import { needed } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

/** True if JavaScript can compile the pattern with the `u` flag. JSON Schema 2020-12 Validation §7.3.8. */
export function isRegex(value: string): boolean {
  try {
    return new RegExp(value, 'u') instanceof RegExp
  } catch {
    return false
  }
}

export const regex: SchemaFormat = {
  name: 'regex',
  appliesTo: 'string',
  check: isRegex,
  samples: ['^[a-z]+$'],
  negatives: () => [needed('open-group', ['(', '[a'])],
}
