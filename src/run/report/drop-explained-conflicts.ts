import type { Case } from '../../cases/case.ts'
import { expectedStatuses } from '../../evidence/evidence.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/**
 * Removes a finding about the order of refusal rules if there is a simpler reason for the finding. A request that
 * several rules refuse tests the order in which the server checks the rules. If such a request gets a wrong status, the
 * order seems wrong. But if the server also gives a wrong status to a request that at most one rule refuses, and the
 * two wrong or the two expected statuses are equal, the server lacks a check. The finding about the order is then removed.
 */
export function dropExplainedConflicts(judgements: readonly Judgement[]): readonly Judgement[] {
  const simple = judgements.filter(({ execution, verdict }) => verdict === 'failed' && isWrong(execution, false))
  if (simple.length === 0) return judgements
  return judgements.map((judgement) => {
    const { execution, verdict } = judgement
    if (verdict !== 'failed' || !isWrong(execution, true)) return judgement
    const other = simple.find((each) => explains(each.execution, execution))
    if (other === undefined) return judgement
    const because = `the case ${other.execution.case.path} failed too, so the order in which the server checks a request does not explain this status`
    return { ...judgement, verdict: 'not-applicable', because, findings: [], exercised: [] }
  })
}

/**
 * True if a case got an unexpected status. With `isConflict`, true only for a case that several refusal rules refuse.
 * Without `isConflict`, true only for any other case.
 */
function isWrong(execution: Execution, isConflict: boolean): boolean {
  const { ruling, operation }: Case = execution.case
  const isExpected = expectedStatuses(operation, execution).includes(String(statusOf(execution)))
  return (ruling?.isConflict === true) === isConflict && !isExpected
}

function explains(simple: Execution, conflict: Execution): boolean {
  const [one, other] = [simple, conflict].map((each) => expectedStatuses(each.case.operation, each))
  if (simple.case.operation !== conflict.case.operation) return false
  return statusOf(simple) === statusOf(conflict) || one?.some((status) => other?.includes(status)) === true
}
