import { expect, test } from 'vitest'
import { invariant } from '../../../../src/rules/response/invariant.ts'
import { found, judged, ORDER } from '../../../support/orders-execution.ts'

test(invariant.examples.passes, () => {
  expect(found()).toEqual([])
  expect(judged().exercised).toContain('updateOrder/responses/200/x-invariants/echo')
})
test('compares an integer of the body with a path parameter', () => {
  expect(found({ body: { ...ORDER, id: 8 } })).toEqual(['invariant /responses/200/x-invariants/echo'])
})
test(invariant.examples.fails, () => {
  expect(found({ body: { ...ORDER, ends: '2026-01-08T09:00:00Z' } })).toEqual([
    'invariant /responses/200/content/application~1json/schema/x-invariants/ends-after-due',
  ])
})
