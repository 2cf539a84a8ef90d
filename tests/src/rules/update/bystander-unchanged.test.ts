import { describe, expect, test } from 'vitest'
import { bystanderUnchanged } from '../../../../src/rules/update/bystander-unchanged.ts'
import { found } from '../../../support/orders-execution.ts'

describe('the rule bystander_unchanged', () => {
  test(`accepts the example: ${bystanderUnchanged.examples.passes}`, () =>
    expect(found({ bystander: { id: 8, note: 'a' } })).toEqual([]))
  test(`reports the example: ${bystanderUnchanged.examples.fails}`, () => {
    expect(found({ bystander: { id: 8, note: 'a' }, bystanderLater: { id: 8, note: 'b' } })).toEqual([
      'bystander_unchanged /x-update /note',
    ])
  })
})
