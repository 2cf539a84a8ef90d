import { describe, expect, test } from 'vitest'
import { instantPreserved } from '../../../../src/rules/update/instant-preserved.ts'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, found, ORDER } from '../../../support/orders-execution.ts'

describe('the rule instant_preserved', () => {
  test(`accepts the example: ${instantPreserved.examples.passes}`, () => {
    expect(found({ sent: { due: '2026-01-08T15:30:00+05:30' } })).toEqual([])
  })
  test(`reports the example: ${instantPreserved.examples.fails}`, () => {
    const shifted = { ...ORDER, due: '2026-01-08T11:00:00Z' }
    expect(found({ body: shifted, later: shifted })).toEqual(['instant_preserved /x-update/due /due'])
  })
  const live = { live: true, sent: { due: '2026-01-08T10:00:00+03:00' } } as const
  test('judges a live server by the request and the response, without a later read', () => {
    expect(found({ ...live, body: { ...ORDER, due: '2026-01-08T07:00:00Z' } })).toEqual([])
    expect(found(live)).toEqual(['instant_preserved /x-update/due /due'])
  })
  test('needs no x-update if request and response document the same field', () => {
    const contract = contractOf(ordersOperation(ORDERS.replace('      x-update: partial\n', '')))
    const rules = (body: object) =>
      judge(contract, executionOf({ ...live, body: { ...ORDER, ...body } })).findings.map(({ rule }) => rule)
    expect(rules({ due: '2026-01-08T07:00:00Z' })).toEqual([])
    expect(rules({})).toEqual(['instant_preserved'])
  })
})
