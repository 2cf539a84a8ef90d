import { describe, expect, test } from 'vitest'
import { unsupportedMethod } from '../../../../src/rules/status/unsupported-method.ts'
import { found } from '../../../support/orders-execution.ts'

const asked = { expect: { kind: 'unsupported-method' }, method: 'DELETE' } as const

describe('the rule unsupported_method', () => {
  test(`accepts the example: ${unsupportedMethod.examples.passes}`, () => {
    expect(found({ ...asked, status: 405, headers: { allow: 'PATCH' } })).toEqual([])
  })
  test(`reports the example: ${unsupportedMethod.examples.fails}`, () =>
    expect(found({ ...asked, status: 204, raw: '' })).toEqual(['unsupported_method']))
  test('accepts a 2xx to OPTIONS', () =>
    expect(found({ ...asked, method: 'OPTIONS', status: 204, raw: '' })).toEqual([]))
})
