import { expect, test } from 'vitest'
import { dropExplainedConflicts } from '../../../../src/run/report/drop-explained-conflicts.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const expecting = (status: string): Pick<Changes, 'expect'> => ({ expect: { kind: 'status', status, accept: [] } })
const simple = (expected: string, status: number) => judged({ ...expecting(expected), status })
const conflict = (expected: string, status: number) => {
  const judgement = simple(expected, status)
  const ruling = { decision: 'closed', invalid: { path: false, body: true }, isConflict: true } as const
  const aCase = { ...judgement.execution.case, path: 'updateOrder/conflict', ruling }
  return { ...judgement, execution: { ...judgement.execution, case: aCase } }
}

test.each([
  ['is reported if no other case failed', simple('404', 404), 'failed'],
  ['is reported if another case failed with another status', simple('404', 403), 'failed'],
  ['is not reported if another case failed with a 400', simple('404', 400), 'not-applicable'],
  ['is not reported if another case that expects a 409 failed', simple('409', 200), 'not-applicable'],
])('a 400 instead of a 409 for a request with two mistakes %s', (_title, other, verdict) => {
  const last = dropExplainedConflicts([other, conflict('409', 400)]).at(-1)
  expect(last?.verdict).toBe(verdict)
  expect(last?.findings.length).toBe(verdict === 'failed' ? 1 : 0)
})
