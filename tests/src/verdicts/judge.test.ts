import { describe, expect, test } from 'vitest'
import { contractOf } from '../../../src/evidence/contract.ts'
import { judge } from '../../../src/verdicts/judge.ts'
import { judged, ORDER, executionOf } from '../../support/orders-execution.ts'
import { ORDERS, ordersOperation } from '../../support/orders-document.ts'

describe('the judgement of a case', () => {
  test('stops after the first stage of rules that has a finding', () => {
    const { findings } = judged({ body: { ...ORDER, due: 'soon', ends: '2020-01-01T00:00:00Z' } })
    expect(findings.map(({ rule }) => rule)).toEqual(['response_schema_conformance'])
  })

  test('is the same for the same request and response', () => {
    const execution = executionOf({ status: 418 })
    const contract = contractOf(ordersOperation())
    expect(judge(contract, execution)).toEqual(judge(contract, execution))
  })

  test('is `blocked` if there is no readable response', () => {
    const execution = executionOf()
    const exchange = {
      ...execution.exchange,
      answer: { kind: 'timed-out', message: 'no answer within 30 s' },
    } as typeof execution.exchange
    const judgement = judge(contractOf(ordersOperation()), {
      ...execution,
      ...(exchange === undefined ? {} : { exchange }),
    })
    expect(judgement).toMatchObject({ verdict: 'blocked', findings: [], exercised: [] })
  })

  test('has the level `assumption` for a contradicted assumption only on a live server', () => {
    const contract = contractOf(ordersOperation(ORDERS.replace('x-source: seed', 'x-source: assumed')))
    const execution = executionOf({ body: { ...ORDER, size: 'huge' } })
    const level = (name: 'sandbox' | 'live') =>
      new Set(
        judge(contract, { ...execution, target: { ...execution.target, name } }).findings.map(({ level: of }) => of),
      )
    expect(level('sandbox')).toEqual(new Set(['error']))
    expect(level('live')).toEqual(new Set(['assumption']))
    expect(judge(contract, { ...execution, target: { ...execution.target, name: 'live' } }).verdict).toBe('disproved')
  })
})
