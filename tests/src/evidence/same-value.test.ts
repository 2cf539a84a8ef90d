import { expect, test } from 'vitest'
import { sameRecords } from '../../../src/evidence/same-value.ts'

test.each([
  ['are equal if they have the same objects in another order', [{ id: 1 }, { id: 2 }], [{ id: 2 }, { id: 1 }], true],
  [
    'are different if one lists an object twice instead of another object',
    [{ id: 1 }, { id: 2 }],
    [{ id: 1 }, { id: 1 }],
    false,
  ],
  ['are different if one lacks an object', [{ id: 1 }, { id: 2 }], [{ id: 1 }], false],
  ['are different if they have the same texts in another order', ['a', 'b'], ['b', 'a'], false],
  ['are equal if they have the same texts in the same order', ['a', 'b'], ['a', 'b'], true],
])('two lists %s', (_name, one, other, isSame) => {
  expect(sameRecords(one, other)).toBe(isSame)
})
