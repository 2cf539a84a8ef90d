import { describe, expect, test } from 'vitest'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { undocumentedBody } from '../../../../src/rules/response/undocumented-body.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, type Changes } from '../../../support/orders-execution.ts'

const text = ORDERS.replace("'409': { $ref: '#/components/responses/Refused' }", "'409': { description: closed }")
const conflict = { expect: { kind: 'status', status: '409', accept: [] }, status: 409 } as const
const judged = (changes: Changes) => judge(contractOf(ordersOperation(text)), executionOf({ ...conflict, ...changes }))

describe('the rule undocumented_body', () => {
  test(`accepts the example: ${undocumentedBody.examples.passes}`, () =>
    expect(judged({ raw: '' }).findings).toEqual([]))
  test(`reports the example: ${undocumentedBody.examples.fails}`, () => {
    const { verdict, findings } = judged({})
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['undocumented_body drift'])
    expect(verdict).toBe('passed')
  })
})
