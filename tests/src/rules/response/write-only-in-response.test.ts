import { describe, expect, test } from 'vitest'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { writeOnlyInResponse } from '../../../../src/rules/response/write-only-in-response.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, ORDER } from '../../../support/orders-execution.ts'

const text = ORDERS.replace(
  '        updated: { type',
  '        pin: { type: string, writeOnly: true }\n        updated: { type',
)
const faults = (body: object) =>
  judge(contractOf(ordersOperation(text)), executionOf({ body: { ...ORDER, ...body } })).findings.map(
    ({ rule, level, at }) => `${rule} ${level} ${at}`,
  )

describe('the rule write_only_in_response', () => {
  test(`accepts the example: ${writeOnlyInResponse.examples.passes}`, () => expect(faults({})).toEqual([]))
  test(`reports the example: ${writeOnlyInResponse.examples.fails}`, () => {
    expect(faults({ pin: '1234' })).toEqual(['write_only_in_response error /pin'])
  })
})
