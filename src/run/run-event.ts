import type { Judgement } from '../verdicts/judge.ts'
import type { RunReport } from '../report/report.ts'
import type { Writes } from './count-writes.ts'

/** An event of a run, from which progress is printed. */
export type RunEvent =
  | {
      readonly kind: 'planned'
      readonly api: string
      readonly target: string
      readonly total: number
      readonly writes: Writes
    }
  | {
      readonly kind: 'judged'
      readonly api: string
      readonly target: string
      readonly done: number
      readonly total: number
      readonly judgement: Judgement
    }
  | { readonly kind: 'finished'; readonly run: RunReport }
