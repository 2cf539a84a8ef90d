import { expect, test } from 'vitest'
import { mostGained } from '../../../../src/report/texts/most-gained.ts'
import { passedReport } from '../../../support/report-of.ts'

function gained(because: string): string | undefined {
  const [run] = passedReport().runs
  if (run === undefined) throw new Error('the report has no run')
  const clauses = run.clauses.map((clause) => ({ ...clause, state: 'blocked' as const, because }))
  return mostGained({ runs: [{ ...run, clauses }] })?.advice
}

test.each([
  ['every response is 404: give a value that exists', 'give a value that exists'],
  ['the response could not be read: the connection was closed', undefined],
  ['The target cannot be reached: the response was not complete after 300 ms', undefined],
])(
  'a report repeats the advice in the reason of blocked clauses, if that reason contains advice: %s',
  (because, advice) => {
    expect(gained(because)).toBe(advice)
  },
)
