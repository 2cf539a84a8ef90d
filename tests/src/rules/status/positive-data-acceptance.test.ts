import { describe, expect, test } from 'vitest'
import { positiveDataAcceptance } from '../../../../src/rules/status/positive-data-acceptance.ts'
import type { JsonObject } from '../../../../src/json.ts'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, found } from '../../../support/orders-execution.ts'

describe('the rule positive_data_acceptance', () => {
  test(`accepts the example: ${positiveDataAcceptance.examples.passes}`, () => expect(found()).toEqual([]))
  test(`reports the example: ${positiveDataAcceptance.examples.fails}`, () => {
    expect(found({ status: 400, about: 'updateOrder/requestBody/required:accepts' })).toEqual([
      'positive_data_acceptance /requestBody/required:accepts',
    ])
  })
  test('names the clause of the 2xx response in the finding if the case does not test one particular clause', () => {
    expect(found({ status: 400, proves: ['updateOrder/requestBody/required:accepts'] })).toEqual([
      'positive_data_acceptance /responses/200',
    ])
  })
  test('accepts any documented status below 500 if the response depends on data on the server', () => {
    expect(found({ expect: { kind: 'documented' }, status: 409 })).toEqual([])
  })
  test('reports the refusal of a body without a documented schema only if the body is an example of the document', () => {
    const start = ORDERS.indexOf('            schema:\n              type: object\n              additionalProperties')
    const end = ORDERS.indexOf('      responses:', start)
    const judged = (body: string) => {
      const text = ORDERS.slice(0, start) + body + ORDERS.slice(end)
      return judge(contractOf(ordersOperation(text)), executionOf({ live: true, status: 400 })).verdict
    }
    const schema = '            schema: {}\n'
    expect([judged(schema), judged(`${schema}            example: { note: new }\n`)]).toEqual([
      'not-applicable',
      'failed',
    ])
  })
  test.each([
    ['Route variant with id "get-user:2" was not found', 'not-applicable'],
    ['No such user: text', 'not-applicable'],
    ['The property "due" was not found in the schema', 'failed'],
    ['due must be later', 'failed'],
  ])('a live server that refuses a valid request with "%s" gets the verdict %s', (error, expected) => {
    const execution = executionOf({ live: true, status: 400, body: { error } })
    expect(judge(contractOf(ordersOperation()), execution).verdict).toBe(expected)
  })
  test('does not report a live server that refuses a made-up cursor, because only the server can issue a valid one', () => {
    const text = ORDERS.replace(
      '- { name: X-Tenant,',
      '- { name: cursor, in: query, schema: { type: string } }\n        - { name: X-Tenant,',
    )
    const about = 'updateOrder/parameters/cursor/schema/type:accepts'
    const verdict = (live: boolean) =>
      judge(contractOf(ordersOperation(text)), executionOf({ live, status: 400, about })).verdict
    expect([verdict(true), verdict(false)]).toEqual(['not-applicable', 'failed'])
    const random = (query: JsonObject) => {
      const execution = executionOf({ live: true, status: 400 })
      const { sent, case: aCase } = execution
      const changed = { ...execution, case: { ...aCase, maker: 'explore' }, ...(sent && { sent: { ...sent, query } }) }
      return judge(contractOf(ordersOperation(text)), changed).verdict
    }
    expect([random({ cursor: ' ' }), random({})]).toEqual(['not-applicable', 'failed'])
  })
})
