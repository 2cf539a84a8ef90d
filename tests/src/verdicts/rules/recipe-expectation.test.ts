import { expect, test } from 'vitest'
import { contractOf } from '../../../../src/verdicts/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ordersOperation } from '../../../support/orders-document.ts'
import { found, judged, ORDER, trialOf } from '../../../support/orders-trial.ts'

const conflict = { kind: 'status', status: '409', accept: ['400'] } as const
const base = { kind: 'status', status: '200', accept: [] } as const

test('a recipe that gives its status is kept', () => expect(found({ expect: conflict, status: 409 })).toEqual([]))
test('a status that the recipe accepts keeps it, and only that status is exercised', () => {
  const { findings, exercised } = judged({ expect: conflict, status: 400 })
  expect(findings).toEqual([])
  expect(exercised).toContain('updateOrder/responses/400')
  expect(exercised).not.toContain('updateOrder/responses/409')
})
test('a recipe that gives another status is broken', () => {
  expect(found({ expect: conflict, status: 200 })).toEqual(['recipe_expectation /responses/409'])
})
test('what a recipe says of the answer is compared, date-times as instants', () => {
  const then = { body: { '/note': 'as said', '/due': '2026-01-08T11:00:00+01:00' }, headers: {} }
  expect(found({ expect: base, then })).toEqual([])
  expect(found({ expect: base, then: { ...then, body: { '/note': 'other' } } })).toEqual([
    'recipe_expectation /responses/200 /note',
  ])
  expect(found({ expect: base, then: { body: {}, headers: { 'X-Revision': '4' } } })).toEqual([
    'recipe_expectation /responses/200 X-Revision',
  ])
})
test('null is not the same as absent', () => {
  const then = { body: { '/size': null }, headers: {} }
  const { size: _size, ...without } = ORDER
  expect(
    found({ expect: base, then, body: without, before: without, later: without, sent: { note: 'as said' } }).some(
      (each) => each.startsWith('recipe_expectation'),
    ),
  ).toBe(true)
})
test('a recipe that only we assume disproves nothing but the assumption at a vendor, whoever says its status', () => {
  const trial = trialOf({ expect: conflict, status: 200 })
  const told = (source: 'assumed' | undefined, name: 'sandbox' | 'live') => {
    const aCase = { ...trial.case, ...(source === undefined ? {} : { source }) }
    const asked = { ...trial, case: aCase, target: { ...trial.target, name } }
    return judge(contractOf(ordersOperation()), asked).findings.map((each) => [each.rule, each.level, each.source])
  }
  expect(told(undefined, 'live')).toEqual([['recipe_expectation', 'error', 'seed']])
  expect(told('assumed', 'live')).toEqual([['recipe_expectation', 'assumption', 'assumed']])
  expect(told('assumed', 'sandbox')).toEqual([['recipe_expectation', 'error', 'assumed']])
})
