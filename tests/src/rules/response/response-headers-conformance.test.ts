import { expect, test } from 'vitest'
import { responseHeadersConformance } from '../../../../src/rules/response/response-headers-conformance.ts'
import { found } from '../../../support/orders-execution.ts'

test(responseHeadersConformance.examples.passes, () => expect(found()).toEqual([]))
test(responseHeadersConformance.examples.fails, () => {
  expect(found({ headers: { 'x-revision': '' } })).toEqual([
    'response_headers_conformance /responses/200/headers/X-Revision/required X-Revision',
  ])
})
test('reports a header of another type', () => {
  expect(found({ headers: { 'x-revision': 'three' } })).toEqual([
    'response_headers_conformance /responses/200/headers/X-Revision/schema/type X-Revision',
  ])
})
