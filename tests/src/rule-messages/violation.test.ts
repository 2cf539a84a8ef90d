import { expect, test } from 'vitest'
import { violation } from '../../../src/rules/violation.ts'

test.each([
  ['type', 'integer', '/id is not an integer'],
  ['type', 'string or null', '/id is not of type string or null'],
  ['required', 'the property "id"', '/id is missing'],
  ['enum', 'one of "a", "b"', '/id is not one of the documented values'],
  ['minLength', 'at least 3 characters', '/id has fewer than 3 characters'],
  ['maxItems', 'at most 1 item', '/id has more than 1 item'],
  ['minimum', 'at least 5', '/id is less than 5'],
  ['maximum', 'at most 5', '/id is more than 5'],
  ['exclusiveMinimum', 'more than 5', '/id is not more than 5'],
  ['format', 'a date-time', '/id is not a date-time'],
  ['unevaluatedProperties', 'no undocumented property', '/id is not a documented property'],
  ['contains', 'at least one item matching `contains`', '/id violates `contains`'],
])(
  'the message of a finding says how a value violates the keyword %s (expected: %s)',
  (keyword, expected, sentence) => {
    expect(violation('/id', keyword, expected)).toBe(sentence)
  },
)
