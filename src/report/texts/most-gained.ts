import type { Report } from '../report.ts'

/** The advice that would make the most clauses checkable that a run could not check. */
export interface MostGained {
  /** An imperative, such as `give a value with --param account_id=…`. */
  readonly advice: string
  readonly clauses: number
  readonly operations: number
}

/**
 * Returns the advice that applies to the most clauses that were not exercised. The reason of such a clause ends with its
 * advice: `every response is 404: give a value that exists`. Returns undefined if no reason has advice.
 */
export function mostGained({ runs }: Pick<Report, 'runs'>): MostGained | undefined {
  const groups = new Map<string, { clauses: number; operations: Set<string> }>()
  for (const { api, clauses } of runs) {
    for (const { state, because = '', operation } of clauses) {
      const end = because.indexOf(': ')
      if (end === -1 || (state !== 'blocked' && state !== 'not-run')) continue
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

/** Returns the advice in one line, with the number of clauses: `give a value … (30 clauses of 2 operations)`. */
export function gainedLine({ advice, clauses, operations }: MostGained): string {
  const of = operations === 1 ? '1 operation' : `${operations} operations`
  return `${advice} (${clauses} ${clauses === 1 ? 'clause' : 'clauses'} of ${of})`
}
