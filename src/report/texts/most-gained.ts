import type { Report } from '../report.ts'

/** Advice for the user, and the number of clauses and operations that the run can check only if the user follows it. */
export interface MostGained {
  /** An imperative, such as `give a value with --param account_id=…`. */
  readonly advice: string
  readonly clauses: number
  readonly operations: number
}

/**
 * Returns the advice with which the next run could check the most additional clauses. The reason why a clause was not
 * exercised can end with advice: `every response is 404: give a value that exists`. Returns undefined if no reason has
 * advice.
 */
export function mostGained({ runs }: Pick<Report, 'runs'>): MostGained | undefined {
  const groups = new Map<string, { clauses: number; operations: Set<string> }>()
  for (const { api, clauses, verdict } of runs) {
    // If a run could not be carried out, the reason is an error instead of advice.
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

/** Matches reasons that end with a technical cause instead of advice. */
const WITHOUT_ADVICE = /^(the response could not be read|the target cannot be reached): /i

/** Returns the advice in one line, with the number of clauses: `give a value … (30 clauses of 2 operations)`. */
export function gainedLine({ advice, clauses, operations }: MostGained): string {
  const of = operations === 1 ? '1 operation' : `${operations} operations`
  return `${advice} (${clauses} ${clauses === 1 ? 'clause' : 'clauses'} of ${of})`
}
