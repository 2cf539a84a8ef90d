import { judge, type Judgement } from '../verdicts/judge.ts'

/** Judges a trial. An answer of megabytes may be more than a pattern of the document, or the stack, can take. */
export function judgeWhatCan(...asked: Parameters<typeof judge>): Judgement {
  try {
    return judge(...asked)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const [, trial] = asked
    const because = 'the answer is too large to be judged by this document'
    return { trial, verdict: 'blocked', because, findings: [], exercised: [] }
  }
}
