import { expect, test } from 'vitest'
import { found, judged, ORDER } from '../../../support/orders-execution.ts'

test('an invariant that is true is exercised', () => {
  expect(judged().exercised).toContain('updateOrder/responses/200/x-invariants/echo')
})
test('a whole number in the body equals the path parameter of that number', () => {
  expect(found({ body: { ...ORDER, id: 8 } })).toEqual(['invariant /responses/200/x-invariants/echo'])
})
test('an invariant of a schema is asked where the schema is used', () => {
  expect(found({ body: { ...ORDER, ends: '2026-01-08T09:00:00Z' } })).toEqual([
    'invariant /responses/200/content/application~1json/schema/x-invariants/ends-after-due',
  ])
})
