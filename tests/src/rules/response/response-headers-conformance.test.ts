import { describe, expect, test } from 'vitest'
import { responseHeadersConformance } from '../../../../src/rules/response/response-headers-conformance.ts'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, found } from '../../../support/orders-execution.ts'

describe('the rule response_headers_conformance', () => {
  test(`accepts the example: ${responseHeadersConformance.examples.passes}`, () => expect(found()).toEqual([]))
  test(`reports the example: ${responseHeadersConformance.examples.fails}`, () => {
    expect(found({ headers: { 'x-revision': '' } })).toEqual([
      'response_headers_conformance /responses/200/headers/X-Revision/required X-Revision',
    ])
  })
  test('reports a header whose value has the wrong type', () => {
    expect(found({ headers: { 'x-revision': 'three' } })).toEqual([
      'response_headers_conformance /responses/200/headers/X-Revision/schema/type X-Revision',
    ])
  })
  test.each([
    ['{ type: array, items: { type: integer } }', '1,2,3', '1,x,3'],
    ['{ type: object, properties: { a: { type: integer }, b: { type: boolean } } }', 'a,1,b,true', 'a,x,b,true'],
  ])('parses a header with the schema %s in the style `simple`', (schema, good, bad) => {
    const contract = contractOf(
      ordersOperation(
        ORDERS.replace('{ required: true, schema: { type: integer } }', `{ required: true, schema: ${schema} }`),
      ),
    )
    const faults = (text: string) => judge(contract, executionOf({ headers: { 'x-revision': text } })).findings.length
    expect([faults(good), faults(bad)]).toEqual([0, 1])
  })
})
