import { judge, type Judgement } from '../../verdicts/judge.ts'

/** Judges an execution. An answer of megabytes may be more than a pattern of the document, or the stack, can take. */
export function judgeOrBlock(...asked: Parameters<typeof judge>): Judgement {
  try {
    return judge(...asked)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const [, execution] = asked
    const because = 'the answer is too large to be judged by this document'
    return { execution, verdict: 'blocked', because, findings: [], exercised: [] }
  }
}
