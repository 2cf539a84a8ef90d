import { describe, expect, test } from 'vitest'
import { scenarioExpectation } from '../../../../src/rules/status/scenario-expectation.ts'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ordersOperation } from '../../../support/orders-document.ts'
import { found, judged, ORDER, executionOf } from '../../../support/orders-execution.ts'

const conflict = { kind: 'status', status: '409', accept: ['400'] } as const
const base = { kind: 'status', status: '200', accept: [] } as const

describe('the rule scenario_expectation', () => {
  test(`accepts the example: ${scenarioExpectation.examples.passes}`, () =>
    expect(found({ expect: conflict, status: 409 })).toEqual([]))
  test('accepts another status that the scenario lists, and exercises only the clause of that status', () => {
    const { findings, exercised } = judged({ expect: conflict, status: 400 })
    expect(findings).toEqual([])
    expect(exercised).toContain('updateOrder/responses/400')
    expect(exercised).not.toContain('updateOrder/responses/409')
  })
  test(`reports the example: ${scenarioExpectation.examples.fails}`, () => {
    expect(found({ expect: conflict, status: 200 })).toEqual(['scenario_expectation /responses/409'])
  })
  test('compares the response with the values that the scenario expects; date-times are compared as instants', () => {
    const then = { body: { '/note': 'as said', '/due': '2026-01-08T11:00:00+01:00' }, headers: {} }
    expect(found({ expect: base, then })).toEqual([])
    expect(found({ expect: base, then: { ...then, body: { '/note': 'other' } } })).toEqual([
      'scenario_expectation /responses/200 /note',
    ])
    expect(found({ expect: base, then: { body: {}, headers: { 'X-Revision': '4' } } })).toEqual([
      'scenario_expectation /responses/200 X-Revision',
    ])
  })
  test('reports an absent property if the scenario expects null', () => {
    const then = { body: { '/size': null }, headers: {} }
    const { size: _size, ...without } = ORDER
    expect(
      found({ expect: base, then, body: without, before: without, later: without, sent: { note: 'as said' } }).some(
        (each) => each.startsWith('scenario_expectation'),
      ),
    ).toBe(true)
  })
  test('on a live server, reports a failed scenario with `source: assumed` as a contradicted assumption', () => {
    const execution = executionOf({ expect: conflict, status: 200 })
    const reported = (source: 'assumed' | undefined, name: 'sandbox' | 'live') => {
      const aCase = { ...execution.case, ...(source === undefined ? {} : { source }) }
      const asked = { ...execution, case: aCase, target: { ...execution.target, name } }
      return judge(contractOf(ordersOperation()), asked).findings.map((each) => [each.rule, each.level, each.source])
    }
    expect(reported(undefined, 'live')).toEqual([['scenario_expectation', 'error', 'seed']])
    expect(reported('assumed', 'live')).toEqual([['scenario_expectation', 'assumption', 'assumed']])
    expect(reported('assumed', 'sandbox')).toEqual([['scenario_expectation', 'error', 'assumed']])
  })
})
