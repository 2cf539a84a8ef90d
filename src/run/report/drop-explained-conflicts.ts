import type { Case } from '../../cases/case.ts'
import { expectedStatuses } from '../../evidence/evidence.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/**
 * Removes findings about the order of refusal rules if the findings have a simpler reason. If several rules refuse a
 * request, this request tests the order in which the server checks the rules. Another request may have got the same
 * wrong status, although at most one rule refuses it. Then the server lacks a check, and the order is not the reason.
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
 * True if a case got an unexpected status. If `isConflict` is true, considers only cases that several refusal rules
 * refuse. If it is false, considers only the other cases.
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
