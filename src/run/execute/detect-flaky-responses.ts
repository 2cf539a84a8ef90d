import { isAnswer } from '../../exchanges/exchange.ts'
import type { Finding } from '../../verdicts/finding.ts'
import type { OperationContract } from '../../evidence/contract.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { unstableAnswer } from '../../rules/status/unstable-answer.ts'
import { executeCaseGroup } from './execute-case-group.ts'
import type { ExecuteCase } from './execute-case.ts'
import { judgeOrBlock } from './judge-or-block.ts'

/** How often a broken case is sent again before its answer counts as stable. */
const TIMES = 4

/**
 * Sends one broken case of each cause again. Where the same bytes then get an answer that keeps the document, the target
 * is unstable: every finding of that cause becomes one that says so, with both kinds of answers; none is averaged away.
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
    const other = await otherAnswer(judgement, cause, context, contracts)
    if (other !== undefined) unstable.set(cause, other)
  }
  if (unstable.size === 0) return judgements
  return judgements.map((judgement) => ({
    ...judgement,
    findings: judgement.findings.map((finding) => asUnstable(finding, judgement, unstable.get(finding.cause))),
  }))
}

/**
 * The kind of answer that the same bytes got another time, if ever another. No answer is none, and neither is one that
 * speaks of the server's world, which the first request may have changed.
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
    if (judged.verdict !== 'passed' && judged.verdict !== 'failed') continue
    if (!judged.findings.some((finding) => finding.cause === cause)) return kindOf(judged)
  }
  return undefined
}

function kindOf({ execution, findings }: Judgement): string {
  const answer = execution.exchange?.answer
  const status = answer !== undefined && isAnswer(answer) ? String(answer.status) : 'no answer'
  const [first] = findings
  return first === undefined ? `${status} that keeps the document` : `${status} that breaks ${first.rule}`
}

function asUnstable(finding: Finding, judgement: Judgement, other: string | undefined): Finding {
  if (other === undefined) return finding
  return {
    ...finding,
    rule: unstableAnswer.id,
    message: 'the same bytes get now one kind of answer and now another',
    expected: 'one kind of answer',
    received: `${kindOf({ ...judgement, findings: [finding] })}, and ${other}`,
    cause: `${finding.operation} unstable`,
  }
}
