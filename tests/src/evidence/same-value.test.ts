import { expect, test } from 'vitest'
import { sameRecords } from '../../../src/evidence/same-value.ts'

test.each([
  ['the same objects in another order', [{ id: 1 }, { id: 2 }], [{ id: 2 }, { id: 1 }], true],
  ['an object that is listed twice instead of another', [{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 1 }], false],
  ['an object less', [{ id: 1 }, { id: 2 }], [{ id: 1 }], false],
  ['the same texts in another order', ['a', 'b'], ['b', 'a'], false],
  ['the same texts in the same order', ['a', 'b'], ['a', 'b'], true],
])('a list of records compared with %s', (_name, one, other, isSame) => {
  expect(sameRecords(one, other)).toBe(isSame)
})
