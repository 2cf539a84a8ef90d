import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { describeDocument } from '../../../src/report/describe-document.ts'
import type { ClauseState, Report } from '../../../src/report/report.ts'
import { lastProofs, runsOf } from '../../../src/pages/last-proof.ts'
import { ORDERS } from '../../support/orders-document.ts'
import { reportOf } from '../../support/report-of.ts'

const document = documentFromText(ORDERS)

function report(day: string, target: 'sandbox' | 'live', state: ClauseState, more: Partial<Report> = {}): Report {
  const made = reportOf([{ target, state }])
  const [run] = made.runs
  if (run === undefined) throw new Error('the report has no run')
  const [first] = run.clauses
  if (first === undefined) throw new Error('the run has no clause')
  const because = state === 'blocked' ? { because: 'no scenario' } : {}
  const clauses = [{ ...first, id: 'updateOrder/responses/200', state, ...because }]
  return {
    ...made,
    startedAt: `${day}T10:00:00Z`,
    runs: [{ ...run, target, document: describeDocument(document), clauses }],
    ...more,
  }
}

function proofsOf(...reports: readonly Report[]) {
  return lastProofs(runsOf(document, reports)).get('updateOrder/responses/200') ?? []
}

test('the most recent result of a clause on each target is shown, whatever the order of the reports', () => {
  expect(
    proofsOf(
      report('2026-02-03', 'live', 'failed'),
      report('2026-01-05', 'live', 'passed'),
      report('2026-01-05', 'sandbox', 'passed'),
    ),
  ).toEqual([
    { target: 'live', state: 'failed', date: '2026-02-03' },
    { target: 'sandbox', state: 'passed', date: '2026-01-05' },
  ])
})

test('a later run that does not exercise a clause does not replace the result of the clause', () => {
  const runs = [report('2026-01-05', 'live', 'passed'), report('2026-02-03', 'live', 'blocked')]
  expect(proofsOf(...runs)).toEqual([{ target: 'live', state: 'passed', date: '2026-01-05' }])
})

test('a clause that no run exercised shows the reason that the run gives', () => {
  expect(proofsOf(report('2026-02-03', 'live', 'blocked'))).toEqual([
    { target: 'live', state: 'blocked', date: '2026-02-03', because: 'no scenario' },
  ])
})

test('of a report with --show-values, only the states are shown, because reasons could contain values', () => {
  expect(proofsOf(report('2026-02-03', 'live', 'blocked', { showsValues: true }))).toEqual([
    { target: 'live', state: 'blocked', date: '2026-02-03' },
  ])
})

test('the results of a run on another version of the document are not shown, and the run is listed as not current', () => {
  const older = documentFromText(`${ORDERS}\n# changed`)
  const [run] = report('2026-02-03', 'live', 'passed').runs
  const old = report('2026-02-03', 'live', 'passed', {
    runs: run === undefined ? [] : [{ ...run, document: describeDocument(older) }],
  })
  expect(proofsOf(old)).toEqual([])
  expect(runsOf(document, [old]).map(({ isCurrent }) => isCurrent)).toEqual([false])
})
