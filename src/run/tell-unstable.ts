import { isAnswer } from '../exchanges/exchange.ts'
import type { Finding } from '../findings/finding.ts'
import type { OperationContract } from '../verdicts/contract.ts'
import type { Judgement } from '../verdicts/judge.ts'
import { UNSTABLE_ANSWER } from '../verdicts/unstable-answer.ts'
import { carryOutUnit } from './carry-out-unit.ts'
import type { CarryOut } from './carry-out.ts'
import { judgeWhatCan } from './judge-what-can.ts'

/** How often a broken case is sent again before its answer counts as stable. */
const TIMES = 4

/**
 * Sends one broken case of each root again. Where the same bytes then get an answer that keeps the document, the target
 * is unstable: every finding of that root becomes one that says so, with both kinds of answers; none is averaged away.
 */
export async function tellUnstable(
  judgements: readonly Judgement[],
  context: CarryOut,
  contracts: ReadonlyMap<string, OperationContract>,
): Promise<readonly Judgement[]> {
  const unstable = new Map<string, string>()
  const roots = new Map<string, Judgement>()
  for (const judgement of judgements) {
    for (const finding of judgement.findings) {
      if (finding.level === 'error' && !roots.has(finding.root)) roots.set(finding.root, judgement)
    }
  }
  for (const [root, judgement] of roots) {
    const other = await otherAnswer(judgement, root, context, contracts)
    if (other !== undefined) unstable.set(root, other)
  }
  if (unstable.size === 0) return judgements
  return judgements.map((judgement) => ({
    ...judgement,
    findings: judgement.findings.map((finding) => asUnstable(finding, judgement, unstable.get(finding.root))),
  }))
}

/**
 * The kind of answer that the same bytes got another time, if ever another. No answer is none, and neither is one that
 * speaks of the server's world, which the first request may have changed.
 */
async function otherAnswer(
  { trial }: Judgement,
  root: string,
  context: CarryOut,
  contracts: ReadonlyMap<string, OperationContract>,
): Promise<string | undefined> {
  const contract = contracts.get(trial.case.operation.id)
  for (let time = 0; contract !== undefined && time < TIMES; time++) {
    if (context.stopping?.lost(trial.case.operation) !== undefined) return undefined
    const [again] = await carryOutUnit({ cases: [trial.case], refused: false }, context)
    if (again === undefined || again.without !== undefined) return undefined
    const judged = judgeWhatCan(contract, again)
    if (judged.verdict !== 'holds' && judged.verdict !== 'broken') continue
    if (!judged.findings.some((finding) => finding.root === root)) return kindOf(judged)
  }
  return undefined
}

function kindOf({ trial, findings }: Judgement): string {
  const answer = trial.exchange?.answer
  const status = answer !== undefined && isAnswer(answer) ? String(answer.status) : 'no answer'
  const [first] = findings
  return first === undefined ? `${status} that keeps the document` : `${status} that breaks ${first.rule}`
}

function asUnstable(finding: Finding, judgement: Judgement, other: string | undefined): Finding {
  if (other === undefined) return finding
  return {
    ...finding,
    rule: UNSTABLE_ANSWER.id,
    message: 'the same bytes get now one kind of answer and now another',
    expected: 'one kind of answer',
    received: `${kindOf({ ...judgement, findings: [finding] })}, and ${other}`,
    root: `${finding.operation} unstable`,
  }
}
