import { EXPLORE } from '../../cases/explored-path.ts'
import type { Case } from '../../cases/case.ts'
import type { Finding } from '../../verdicts/finding.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { unstableAnswer } from '../../rules/status/unstable-answer.ts'
import type { Explored } from './explore-run.ts'
import { joinJudgements } from '../report/join-judgements.ts'

/** A finding, with the smallest case that was found to reproduce it. */
export interface Shrunk {
  readonly finding: Finding
  readonly judgement: Judgement
  /** The case path of the random case from which shrinking began. */
  readonly from: string
  /** The number of requests that were sent while shrinking. */
  readonly requests: number
}

/** The maximum number of smaller cases that are tried for one finding. */
const MOST = 60

/**
 * Shrinks each finding that only random cases report. `send` sends and judges a case. `send` returns undefined if the
 * run has to stop.
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

/**
 * False for findings about flaky responses, which cannot be shrunk. Also false for drift, which is not important enough
 * for more requests.
 */
function isShrinkable({ level, rule }: Finding, { execution }: Judgement): boolean {
  return execution.case.maker === EXPLORE && level !== 'drift' && rule !== unstableAnswer.id
}

function isSame(one: Finding, other: Finding): boolean {
  return one.cause === other.cause && one.rule === other.rule && one.level === other.level
}
