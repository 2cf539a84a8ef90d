import type { Case } from '../../cases/case.ts'
import { expectedStatuses } from '../../evidence/evidence.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/**
 * A request that several refusal rules refuse shows in which order the server checks them. Drops the findings of such a
 * request if another case got the same wrong status, or did not get the same expected status. Then the reason is a
 * missing or wrong check, not the order.
 */
export function dropExplainedConflicts(judgements: readonly Judgement[]): readonly Judgement[] {
  const simple = judgements.filter(({ execution, verdict }) => verdict === 'failed' && isWrong(execution, false))
  if (simple.length === 0) return judgements
  return judgements.map((judgement) => {
    const { execution, verdict } = judgement
    if (verdict !== 'failed' || !isWrong(execution, true)) return judgement
    const other = simple.find((each) => explains(each.execution, execution))
    if (other === undefined) return judgement
    const because = `the case ${other.execution.case.path} failed, so this status does not show the order of the checks`
    return { ...judgement, verdict: 'not-applicable', because, findings: [], exercised: [] }
  })
}

/** True if a case got a status that it does not expect, and is a conflict of refusal rules as `isConflict` says. */
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
