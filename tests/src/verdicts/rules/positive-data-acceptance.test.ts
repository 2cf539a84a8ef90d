import { expect, test } from 'vitest'
import { found } from '../../../support/orders-trial.ts'

test('what the document allows is accepted', () => expect(found()).toEqual([]))
test('what the document allows and is refused is broken', () => {
  expect(found({ status: 400, proves: ['updateOrder/requestBody/required:accepts'] })).toEqual([
    'positive_data_acceptance /requestBody/required:accepts',
  ])
})
test('where the world decides, any documented status but a 5xx is fine', () => {
  expect(found({ expect: { kind: 'documented' }, status: 409 })).toEqual([])
})
