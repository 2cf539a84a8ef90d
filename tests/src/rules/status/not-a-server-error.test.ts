import { describe, expect, test } from 'vitest'
import { notAServerError } from '../../../../src/rules/status/not-a-server-error.ts'
import { found } from '../../../support/orders-execution.ts'

describe('the rule not_a_server_error', () => {
  test(`accepts the example: ${notAServerError.examples.passes}`, () => expect(found()).toEqual([]))
  test('accepts a 500 that the case expects', () => {
    expect(found({ status: 500, expect: { kind: 'status', status: '500', accept: [] } })).toEqual([])
  })
  test(`reports the example: ${notAServerError.examples.fails}`, () => {
    expect(found({ status: 500 })).toEqual(['not_a_server_error /responses/500'])
  })
})
