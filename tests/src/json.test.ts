import { expect, test } from 'vitest'
import { isTooDeep, parseJson } from '../../src/json.ts'

const nested = (levels: number, inside = ''): string => '['.repeat(levels) + inside + ']'.repeat(levels)

test.each([
  ['500 levels', nested(500), false],
  ['501 levels', nested(501), true],
  ['many arrays beside one another', `[${Array(2000).fill('[]').join(',')}]`, false],
  ['brackets in a text', JSON.stringify('['.repeat(2000)), false],
  ['brackets behind quotes and backslashes in a text', JSON.stringify(`"\\"${'{'.repeat(2000)}`), false],
  ['brackets behind a text that ends with a backslash', `["\\\\",${nested(600)}]`, true],
  ['objects', '{"a":'.repeat(600), true],
  ['a million that are never closed', '['.repeat(1_000_000), true],
])('isTooDeep is right for %s', (_name, text, isDeep) => expect(isTooDeep(text)).toBe(isDeep))

test('parseJson returns undefined for a text that is not JSON or too deep', () => {
  expect([parseJson('{"a":[1]}'), parseJson('{'), parseJson(nested(501))]).toEqual([{ a: [1] }, undefined, undefined])
})
