import { expect, test } from 'vitest'
import { BEFORE, found, judged } from '../../../support/orders-execution.ts'

const conflict = { expect: { kind: 'status', status: '409', accept: [] }, status: 409 } as const

test('a refusal that changes nothing holds, and is exercised', () => {
  expect(found(conflict)).toEqual([])
  expect(judged(conflict).exercised).toContain('updateOrder/x-update/refused')
})
test('a refusal that leaves a trace is broken', () => {
  expect(found({ ...conflict, later: { ...BEFORE, note: 'late' } })).toEqual([
    'refused_update_leaves_no_trace /x-update/refused /note',
  ])
})
test('a volatile field too is as before', () => {
  expect(found({ ...conflict, later: { ...BEFORE, updated: '2026-01-05T09:00:09Z' } })).toHaveLength(1)
})
test('a refusal after which nothing is there is broken', () => {
  expect(found({ ...conflict, later: null })).toHaveLength(1)
})
