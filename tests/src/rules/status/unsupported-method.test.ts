import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

const asked = { expect: { kind: 'unsupported-method' }, method: 'DELETE' } as const

test('a 405 that says what it allows is fine, documented or not', () => {
  expect(found({ ...asked, status: 405, headers: { allow: 'PATCH' } })).toEqual([])
})
test('a 405 without Allow is broken', () => expect(found({ ...asked, status: 405 })).toEqual(['unsupported_method']))
test('a method that is answered is broken', () =>
  expect(found({ ...asked, status: 204, raw: '' })).toEqual(['unsupported_method']))
test('OPTIONS may be told', () => expect(found({ ...asked, method: 'OPTIONS', status: 204, raw: '' })).toEqual([]))
