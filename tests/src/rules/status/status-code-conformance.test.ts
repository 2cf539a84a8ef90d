import { expect, test } from 'vitest'
import { statusCodeConformance } from '../../../../src/rules/status/status-code-conformance.ts'
import { found } from '../../../support/orders-execution.ts'

test(statusCodeConformance.examples.passes, () => expect(found()).toEqual([]))
test(statusCodeConformance.examples.fails, () => {
  expect(found({ status: 418 })).toEqual(['status_code_conformance /responses'])
})
test('reports an undocumented 5xx as undocumented', () => {
  expect(found({ status: 503 })).toEqual(['status_code_conformance /responses'])
})
