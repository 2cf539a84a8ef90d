import { expect, test } from 'vitest'
import type { Case } from '../../../src/cases/case.ts'
import { countWrites } from '../../../src/run/count-writes.ts'
import { plainOperation } from '../../support/plain-order.ts'

test('a writing operation is counted once even if it has planned and random cases', () => {
  const [read, update, add] = ['getOrder', 'patchOrder', 'addOrder'].map(plainOperation)
  const caseOf = (operation: typeof read, maker: string): Case => ({ operation, maker }) as Case
  const cases = [caseOf(read, 'valid'), caseOf(update, 'valid'), caseOf(update, 'explore'), caseOf(add, 'explore')]
  expect(
    countWrites(
      [read, update, add].flatMap((each) => each ?? []),
      cases,
      { unplanned: [] },
    ),
  ).toEqual({
    operations: 3,
    writing: 2,
    withheld: 0,
  })
})

test('no writing operation is counted if the target selects only cases that change nothing', () => {
  const update = plainOperation('patchOrder')
  const refused = { operation: update, maker: 'security' } as Case
  expect(countWrites([update], [refused], { unplanned: [], selects: () => true }).writing).toBe(0)
})
