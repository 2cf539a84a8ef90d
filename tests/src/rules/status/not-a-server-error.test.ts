import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

test('a 500 that the case asked for is fine', () => {
  expect(found({ status: 500, expect: { kind: 'status', status: '500', accept: [] } })).toEqual([])
})
test('a documented 500 that nobody asked for is broken', () => {
  expect(found({ status: 500 })).toEqual(['not_a_server_error /responses/500'])
})
