import { describe, expect, test } from 'vitest'
import { deletedIsGone } from '../../../../src/rules/update/deleted-is-gone.ts'
import { foundIn, STORED } from '../../../support/plain-order.ts'

const read = (later: typeof STORED | null, status = 204): string[] =>
  foundIn('deleteOrder', { status, before: STORED, later })

describe('the rule deleted_is_gone', () => {
  test(`accepts the example: ${deletedIsGone.examples.passes}`, () => expect(read(null)).toEqual([]))
  test(`reports the example: ${deletedIsGone.examples.fails}`, () =>
    expect(read(STORED)).toEqual(['error deleted_is_gone']))

  test('accepts a resource that the server only marks as deleted', () => {
    expect(read({ ...STORED, state: 'paid' })).toEqual([])
  })

  test('accepts that the resource still exists after a 202, because the server may delete it later', () => {
    expect(read(STORED, 202)).toEqual([])
  })
})
