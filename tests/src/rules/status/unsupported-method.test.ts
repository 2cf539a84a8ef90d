import { expect, test } from 'vitest'
import { unsupportedMethod } from '../../../../src/rules/status/unsupported-method.ts'
import { found, judged } from '../../../support/orders-execution.ts'

const asked = { expect: { kind: 'unsupported-method' }, method: 'DELETE' } as const

test(unsupportedMethod.examples.passes, () => {
  expect(found({ ...asked, status: 405, headers: { allow: 'PATCH' } })).toEqual([])
})
test('reports a 405 without Allow', () => expect(found({ ...asked, status: 405 })).toEqual(['unsupported_method']))
test(unsupportedMethod.examples.fails, () =>
  expect(found({ ...asked, status: 204, raw: '' })).toEqual(['unsupported_method']),
)
test('accepts a 2xx to OPTIONS', () => expect(found({ ...asked, method: 'OPTIONS', status: 204, raw: '' })).toEqual([]))
test('reports a 405 without Allow from a live server as one warning for the whole API', () => {
  const { findings, verdict } = judged({ ...asked, status: 405, live: true })
  expect(findings.map(({ level, cause }) => `${level} ${cause}`)).toEqual(['warning api missing Allow'])
  expect(verdict).toBe('passed')
})
