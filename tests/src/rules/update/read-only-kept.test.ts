import { describe, expect, test } from 'vitest'
import { readOnlyKept } from '../../../../src/rules/update/read-only-kept.ts'
import { foundIn, STORED } from '../../../support/plain-order.ts'

const expects = { kind: 'documented' } as const
const read = (state: string, shown: string, later = shown): string[] =>
  foundIn('patchOrder', {
    sent: { state },
    expect: expects,
    shown: { ...STORED, state: shown },
    before: STORED,
    later: { ...STORED, state: later },
  })

describe('the rule read_only_kept', () => {
  test(`accepts the example: ${readOnlyKept.examples.passes}`, () => expect(read('paid', 'open')).toEqual([]))
  test(`reports the example: ${readOnlyKept.examples.fails}`, () =>
    expect(read('paid', 'paid')).toEqual(['error read_only_kept /state']))

  test('reports a changed readOnly value even if only a later read shows it', () => {
    expect(read('paid', 'open', 'paid')).toEqual(['error read_only_kept /state'])
  })

  test('accepts that the update leaves a readOnly value unchanged', () => {
    expect(read('open', 'open')).toEqual([])
  })

  test('accepts that the server refuses the update', () => {
    expect(
      foundIn('patchOrder', { sent: { state: 'paid' }, expect: expects, status: 400, before: STORED, later: STORED }),
    ).toEqual([])
  })
})
