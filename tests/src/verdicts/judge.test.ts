import { expect, test } from 'vitest'
import { contractOf } from '../../../src/verdicts/contract.ts'
import { judge } from '../../../src/verdicts/judge.ts'
import { judged, ORDER, trialOf } from '../../support/orders-trial.ts'
import { ORDERS, ordersOperation } from '../../support/orders-document.ts'

test('a broken rung leaves the later ones not judged', () => {
  const { findings } = judged({ body: { ...ORDER, due: 'soon', ends: '2020-01-01T00:00:00Z', id: 8 } })
  expect(findings.map(({ rule }) => rule)).toEqual(['response_schema_conformance'])
})

test('the same trial gets the same judgement', () => {
  const trial = trialOf({ status: 418 })
  const contract = contractOf(ordersOperation())
  expect(judge(contract, trial)).toEqual(judge(contract, trial))
})

test('an answer that could not be read is blocked, and never green or red', () => {
  const trial = trialOf()
  const exchange = {
    ...trial.exchange,
    answer: { kind: 'timed-out', message: 'no answer within 30 s' },
  } as typeof trial.exchange
  const judgement = judge(contractOf(ordersOperation()), { ...trial, ...(exchange === undefined ? {} : { exchange }) })
  expect(judgement).toMatchObject({ verdict: 'blocked', findings: [], exercised: [] })
})

test('what only we assumed is disproved by a vendor, and broken by a server of ours', () => {
  const contract = contractOf(ordersOperation(ORDERS.replace('x-source: seed', 'x-source: assumed')))
  const trial = trialOf({ body: { ...ORDER, size: 'huge' } })
  const level = (name: 'sandbox' | 'live') =>
    judge(contract, { ...trial, target: { ...trial.target, name } }).findings.map((finding) => finding.level)
  expect(level('sandbox')).toEqual(['error'])
  expect(level('live')).toEqual(['assumption'])
})
