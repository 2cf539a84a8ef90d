import type { RunReport } from '../report/report.ts'
import type { Policy } from './policy.ts'

/** A case that could not be judged is never green, whichever clauses others exercised. */
export function blockedCases({ cases }: Pick<RunReport, 'cases'>, { blocked: { kind } }: Policy): string[] {
  const blocked = cases.filter(({ verdict }) => verdict === 'blocked')
  const [first] = blocked
  if (first === undefined || kind !== 'fail') return []
  const more = blocked.length === 1 ? '' : `, and ${blocked.length - 1} more`
  return [`case ${first.path} could not be judged: ${first.because ?? 'no reason is known'}${more}`]
}
