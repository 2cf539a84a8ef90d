import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

test('a required header that comes and keeps its schema is fine', () => expect(found()).toEqual([]))
test('a required header that does not come is broken', () => {
  expect(found({ headers: { 'x-revision': '' } })).toEqual([
    'response_headers_conformance /responses/200/headers/X-Revision/required X-Revision',
  ])
})
test('a header of another type is broken', () => {
  expect(found({ headers: { 'x-revision': 'three' } })).toEqual([
    'response_headers_conformance /responses/200/headers/X-Revision/schema/type X-Revision',
  ])
})
