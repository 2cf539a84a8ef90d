import type { ApiName } from '../../sandbox/apis.ts'
import type { Mutant } from './mutant.ts'

/**
 * Who notices a mutant first. `finding`: the gate, exit 1. `drift`: the gate, which tells it and exits 0. `coverage`:
 * the gate, exit 2, because a clause was not exercised or a case could not be judged. `validate`: the document is told
 * to be wrong before anything runs.
 */
export type NoticedBy = 'finding' | 'coverage' | 'validate' | 'drift' | 'undetected'

/** One changed document against the sandbox as it is. */
export interface MutantRow {
  readonly api: ApiName
  readonly name: string
  readonly operator: string
  readonly of: Mutant['of']
  readonly noticedBy: NoticedBy
  /** The first finding or sentence that tells it; for one that nobody notices, why nobody can. */
  readonly because: string
  readonly milliseconds: number
}

export interface MutantProof {
  readonly rows: readonly MutantRow[]
  /** How many there are of each document, of which the rows are a sample. */
  readonly all: Readonly<Partial<Record<ApiName, number>>>
  readonly milliseconds: number
}

/** Whether every mutant is noticed, or it is known why it cannot be. */
export function isExplained({ rows }: Pick<MutantProof, 'rows'>): boolean {
  return rows.every(({ noticedBy, because }) => noticedBy !== 'undetected' || because !== '')
}
