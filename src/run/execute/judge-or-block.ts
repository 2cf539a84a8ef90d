import { judge, type Judgement } from '../../verdicts/judge.ts'

/** Judges an execution. Blocks it if a huge body or a pattern overflows the call stack. */
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
