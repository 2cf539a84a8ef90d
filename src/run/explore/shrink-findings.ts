import { EXPLORE } from '../../cases/explored-path.ts'
import type { Case } from '../../cases/case.ts'
import type { Finding } from '../../verdicts/finding.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { unstableAnswer } from '../../rules/status/unstable-answer.ts'
import type { Explored } from './explore-run.ts'
import { joinJudgements } from '../report/join-judgements.ts'

/** A finding, and the smallest case with which the finding still occurs. */
export interface Shrunk {
  readonly finding: Finding
  readonly judgement: Judgement
  /** The id of the random case from which shrinking started. */
  readonly from: string
  /** The number of requests during shrinking. */
  readonly requests: number
}

/** The maximum number of smaller cases per finding. */
const MOST = 60

/**
 * Searches for a smaller case with the same finding. Does this for each finding that only random cases showed. `send`
 * sends and judges a case. It returns undefined if the run must stop.
 */
export async function shrinkFindings(
  judgements: readonly Judgement[],
  { explorations }: Explored,
  send: (aCase: Case) => Promise<Judgement | undefined>,
): Promise<ReadonlyMap<Finding, Shrunk>> {
  const shrunk = new Map<Finding, Shrunk>()
  if (explorations.size === 0) return shrunk
  for (const { first } of joinJudgements(judgements)) {
    const judgement = judgements.find(({ findings }) => findings.includes(first))
    if (judgement === undefined || !isShrinkable(first, judgement)) continue
    const { case: aCase } = judgement.execution
    let smallest = { finding: first, judgement }
    let requests = 0
    await explorations.get(aCase.operation)?.shrink(aCase, async (smaller) => {
      const tried = requests < MOST ? await send(smaller) : undefined
      if (tried === undefined) return false
      if (tried.execution.exchange !== undefined) requests += 1
      const finding = tried.findings.find((each) => isSame(each, first))
      if (finding !== undefined) smallest = { finding, judgement: tried }
      return finding !== undefined
    })
    if (requests > 0) shrunk.set(first, { ...smallest, from: aCase.path, requests })
  }
  return shrunk
}

/** True for a finding for which a smaller case is searched. Flaky responses and drift are left out. */
function isShrinkable({ level, rule }: Finding, { execution }: Judgement): boolean {
  return execution.case.maker === EXPLORE && level !== 'drift' && rule !== unstableAnswer.id
}

function isSame(one: Finding, other: Finding): boolean {
  return one.cause === other.cause && one.rule === other.rule && one.level === other.level
}
