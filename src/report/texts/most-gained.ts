import type { Report } from '../report.ts'

/**
 * Advice for the user. `clauses` and `operations` are the numbers of clauses and operations that a run can check only
 * if the user follows the advice.
 */
export interface MostGained {
  /** The advice as an imperative, such as `give a value with --param account_id=…`. */
  readonly advice: string
  readonly clauses: number
  readonly operations: number
}

/**
 * Returns the advice with which the next run can test the largest number of further clauses. Returns undefined if there
 * is no advice. The advice is the end of the reason why a clause was not exercised: `every response is 404: give a
 * value that exists`.
 */
export function mostGained({ runs }: Pick<Report, 'runs'>): MostGained | undefined {
  const groups = new Map<string, { clauses: number; operations: Set<string> }>()
  for (const { api, clauses, verdict } of runs) {
    // Skips runs with the verdict `error`. Their reason is an error message and contains no advice.
    if (verdict === 'error') continue
    for (const { state, because = '', operation } of clauses) {
      const end = because.indexOf(': ')
      if (end === -1 || WITHOUT_ADVICE.test(because) || (state !== 'blocked' && state !== 'not-run')) continue
      const advice = because.slice(end + 2)
      const group = groups.get(advice) ?? { clauses: 0, operations: new Set() }
      groups.set(advice, group)
      group.clauses += 1
      group.operations.add(`${api} ${operation}`)
    }
  }
  const [best] = [...groups].toSorted(([, one], [, other]) => other.clauses - one.clauses)
  return best === undefined
    ? undefined
    : { advice: best[0], clauses: best[1].clauses, operations: best[1].operations.size }
}

/** Matches reasons that end with an error message instead of advice. */
const WITHOUT_ADVICE = /^(the response could not be read|the target cannot be reached): /i

/**
 * Returns the advice and the number of clauses that can then be tested: `give a value … (30 clauses of 2 operations)`.
 */
export function gainedLine({ advice, clauses, operations }: MostGained): string {
  const of = operations === 1 ? '1 operation' : `${operations} operations`
  return `${advice} (${clauses} ${clauses === 1 ? 'clause' : 'clauses'} of ${of})`
}
