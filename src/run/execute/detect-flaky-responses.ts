import { isAnswer } from '../../exchanges/exchange.ts'
import type { Finding } from '../../verdicts/finding.ts'
import type { OperationContract } from '../../evidence/contract.ts'
import { statusOf } from '../../evidence/execution.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { unstableAnswer } from '../../rules/status/unstable-answer.ts'
import { executeCaseGroup } from './execute-case-group.ts'
import type { ExecuteCase } from './execute-case.ts'
import { judgeOrBlock } from './judge-or-block.ts'

/**
 * The number of times that a failed case is repeated. The response is stable if every repetition shows the same
 * finding.
 */
const TIMES = 4

/** Methods that change nothing, so their requests can be repeated. RFC 9110 §9.2.1. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/**
 * Repeats one failed case per cause, if repeating is safe. If a repetition does not show the finding, marks the finding
 * as not reproduced and adds a warning with both responses.
 */
export async function detectFlakyResponses(
  judgements: readonly Judgement[],
  context: ExecuteCase,
  contracts: ReadonlyMap<string, OperationContract>,
): Promise<readonly Judgement[]> {
  const unstable = new Map<string, string>()
  const causes = new Map<string, Judgement>()
  for (const judgement of judgements) {
    for (const finding of judgement.findings) {
      if (finding.level === 'error' && !causes.has(finding.cause)) causes.set(finding.cause, judgement)
    }
  }
  for (const [cause, judgement] of causes) {
    if (!isRepeatable(judgement, context)) continue
    const other = await otherAnswer(judgement, cause, context, contracts)
    if (other !== undefined) unstable.set(cause, other)
  }
  if (unstable.size === 0) return judgements
  return judgements.map((judgement) => ({
    ...judgement,
    findings: judgement.findings.flatMap((finding) => {
      const other = unstable.get(finding.cause)
      return other === undefined ? [finding] : [notReproduced(finding), asUnstable(finding, judgement, other)]
    }),
  }))
}

/** True if a case can be repeated safely: its method changes nothing, or its provider state is set up each time. */
function isRepeatable({ execution }: Judgement, { target }: ExecuteCase): boolean {
  const { case: aCase } = execution
  // A request of a journey depends on the requests before it, so it cannot be repeated alone.
  if (aCase.journey !== undefined) return false
  const isStateSetUp = target.shows.state && target.states !== undefined && aCase.given !== undefined
  return isStateSetUp || target.name === 'mock' || SAFE.has(aCase.method ?? aCase.operation.method)
}

/**
 * Repeats a case several times. Describes the first response that does not show the finding. Returns undefined if all
 * responses show it.
 */
async function otherAnswer(
  { execution }: Judgement,
  cause: string,
  context: ExecuteCase,
  contracts: ReadonlyMap<string, OperationContract>,
): Promise<string | undefined> {
  const contract = contracts.get(execution.case.operation.id)
  for (let time = 0; contract !== undefined && time < TIMES; time++) {
    if (context.stopConditions?.lost(execution.case.operation) !== undefined) return undefined
    const [again] = await executeCaseGroup({ cases: [execution.case], refused: false }, context)
    if (again === undefined || again.without !== undefined) return undefined
    const judged = judgeOrBlock(contract, again)
    if (!['passed', 'failed', 'disproved'].includes(judged.verdict)) continue
    if (wasRemoved(judged, context)) return undefined
    if (!judged.findings.some((finding) => finding.cause === cause)) return kindOf(judged)
  }
  return undefined
}

/**
 * True if the response is 404 or 410, and the id in its request came from another response. The run may have deleted
 * this object.
 */
function wasRemoved({ execution }: Judgement, { gathered }: ExecuteCase): boolean {
  const status = statusOf(execution)
  return (status === 404 || status === 410) && gathered?.has(execution.case.operation) === true
}

function kindOf({ execution, findings }: Judgement): string {
  const answer = execution.exchange?.answer
  const status = answer !== undefined && isAnswer(answer) ? String(answer.status) : 'no response'
  const [first] = findings
  return first === undefined ? `${status} as documented` : `${status} that violates ${first.rule}`
}

function notReproduced(finding: Finding): Finding {
  return { ...finding, message: `${finding.message} (not reproduced)` }
}

function asUnstable(finding: Finding, judgement: Judgement, other: string): Finding {
  return {
    ...finding,
    rule: unstableAnswer.id,
    level: unstableAnswer.level,
    message: 'the same request gets different kinds of responses',
    expected: 'one kind of response',
    received: `${kindOf({ ...judgement, findings: [finding] })}, and ${other}`,
    cause: `${finding.operation} unstable`,
  }
}
