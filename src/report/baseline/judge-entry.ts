import { isExplored } from '../../cases/explored-path.ts'
import type { BaselineEntryReport, RunReport } from '../report.ts'
import { EXERCISED } from '../texts/clause-groups.ts'
import type { Applied, KnownFailure } from './baseline.ts'
import { suggestClause } from './suggest-clause.ts'

const INCOMPLETE = 'the run is incomplete'

type Judged = Pick<BaselineEntryReport, 'state' | 'because'>

/**
 * Returns the state of a baseline entry whose failure did not occur in the run. The state is `fixed` only if the run
 * exercised the clause and judged the case that first showed the failure. It is `not-judged` if an option excluded the
 * request, or if the run is incomplete.
 */
export function judgeEntry(entry: KnownFailure, run: RunReport, applied: Applied): Judged {
  const { filters = {}, today } = applied
  if (entry.expires < today) return { state: 'expired' }
  if (filters.checks !== undefined && !filters.checks.includes(entry.rule)) return notJudged('its rule was not checked')
  const isOfRun = [...run.cells, ...run.clauses, ...run.cases].some(({ operation }) => operation === entry.operation)
  if (!isOfRun && filters.operations) return notJudged('its operation was left out')
  const clause = run.clauses.find(({ id }) => id === entry.clause)
  const shown = run.cases.find(({ path }) => path === entry.case)
  const isFixed = { state: 'fixed', ...suggestClause(entry, run) } as const
  if (shown !== undefined) {
    if (!EXERCISED.has(shown.verdict)) return unjudged(`case ${shown.path} is ${shown.verdict}`, shown, run, applied)
    if (clause === undefined || EXERCISED.has(clause.state)) return isFixed
  }
  const isIncomplete = run.because.length > 0 || run.verdict === 'error'
  if (clause === undefined) {
    return isIncomplete && isOfRun ? notJudged(INCOMPLETE) : { state: 'unknown-clause', ...suggestClause(entry, run) }
  }
  if (!EXERCISED.has(clause.state)) return unjudged(`the clause is ${clause.state}`, clause, run, applied)
  if (entry.case === undefined) return isIncomplete ? notJudged(INCOMPLETE) : isFixed
  if (isExplored(entry.case)) return notJudged(`it was found by the random case ${entry.case} (--explore)`)
  if (applied.plan === 'lean' || filters.writes) return notJudged(`the case ${entry.case} was left out`)
  return { ...isFixed, because: `the clause was exercised, and the case ${entry.case} is no longer in the plan;` }
}

function unjudged(
  what: string,
  { because = 'no reason is recorded' }: { readonly because?: string },
  run: RunReport,
  { filters = {} }: Applied,
): Judged {
  const sentence = `${what}: ${because}`
  const isLeftOut = filters.writes === true || run.because.length > 0 || run.verdict === 'error'
  return isLeftOut ? notJudged(sentence) : { state: 'never-run', because: sentence }
}

function notJudged(because: string): Judged {
  return { state: 'not-judged', because }
}
