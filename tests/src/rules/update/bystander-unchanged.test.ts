import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

test('a neighbour that stays as it is is fine', () => expect(found({ bystander: { id: 8, note: 'a' } })).toEqual([]))
test('a neighbour that changes is broken', () => {
  expect(found({ bystander: { id: 8, note: 'a' }, bystanderLater: { id: 8, note: 'b' } })).toEqual([
    'bystander_unchanged /x-update /note',
  ])
})
