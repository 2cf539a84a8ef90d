import { expect, test } from 'vitest'
import { isTooDeep, parseJson } from '../../src/json.ts'

const nested = (levels: number, inside = ''): string => '['.repeat(levels) + inside + ']'.repeat(levels)

test.each([
  ['allows 500 levels', nested(500), false],
  ['detects 501 levels', nested(501), true],
  ['allows many arrays in a flat list', `[${Array(2000).fill('[]').join(',')}]`, false],
  ['ignores brackets in a string', JSON.stringify('['.repeat(2000)), false],
  ['ignores brackets after quotes and backslashes in a string', JSON.stringify(`"\\"${'{'.repeat(2000)}`), false],
  ['counts brackets after a string that ends with a backslash', `["\\\\",${nested(600)}]`, true],
  ['detects 600 nested objects', '{"a":'.repeat(600), true],
  ['detects a million brackets that are never closed', '['.repeat(1_000_000), true],
])('isTooDeep, which detects JSON of more than 500 levels, %s', (_name, text, isDeep) =>
  expect(isTooDeep(text)).toBe(isDeep),
)

test('parseJson returns undefined for a text that is not JSON, and for JSON that is nested too deeply', () => {
  expect([parseJson('{"a":[1]}'), parseJson('{'), parseJson(nested(501))]).toEqual([{ a: [1] }, undefined, undefined])
})
