import { judge, type Judgement } from '../../verdicts/judge.ts'

/**
 * Judges an execution. If judging overflows the call stack, the execution is blocked. A huge body or a pattern of the
 * document can cause this.
 */
export function judgeOrBlock(...asked: Parameters<typeof judge>): Judgement {
  try {
    return judge(...asked)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const [, execution] = asked
    const because = 'the response is too large to be judged with this document'
    return { execution, verdict: 'blocked', because, findings: [], exercised: [] }
  }
}
