import { describe, expect, test } from 'vitest'
import { refusedUpdateLeavesNoTrace } from '../../../../src/rules/update/refused-update-leaves-no-trace.ts'
import { BEFORE, found, judged } from '../../../support/orders-execution.ts'

const conflict = { expect: { kind: 'status', status: '409', accept: [] }, status: 409 } as const

describe('the rule refused_update_leaves_no_trace', () => {
  test(`accepts the example: ${refusedUpdateLeavesNoTrace.examples.passes}`, () => {
    expect(found(conflict)).toEqual([])
    expect(judged(conflict).exercised).toContain('updateOrder/x-update/refused')
  })
  test(`reports the example: ${refusedUpdateLeavesNoTrace.examples.fails}`, () => {
    expect(found({ ...conflict, later: { ...BEFORE, note: 'late' } })).toEqual([
      'refused_update_leaves_no_trace /x-update/refused /note',
    ])
  })
  test('reports a refused update that changes a field, even if the field may always change (x-volatile)', () => {
    expect(found({ ...conflict, later: { ...BEFORE, updated: '2026-01-05T09:00:09Z' } })).toHaveLength(1)
  })
  test('reports a refused update that deletes the resource', () => {
    expect(found({ ...conflict, later: null })).toHaveLength(1)
  })
})
