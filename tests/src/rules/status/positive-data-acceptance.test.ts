import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

test('what the document allows is accepted', () => expect(found()).toEqual([]))
test('what the document allows and is refused is broken', () => {
  expect(found({ status: 400, about: 'updateOrder/requestBody/required:accepts' })).toEqual([
    'positive_data_acceptance /requestBody/required:accepts',
  ])
})
test('a refused request that is about nothing in particular breaks the promise of success', () => {
  expect(found({ status: 400, proves: ['updateOrder/requestBody/required:accepts'] })).toEqual([
    'positive_data_acceptance /responses/200',
  ])
})
test('where the world decides, any documented status but a 5xx is fine', () => {
  expect(found({ expect: { kind: 'documented' }, status: 409 })).toEqual([])
})
