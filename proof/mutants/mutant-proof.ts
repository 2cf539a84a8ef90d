import type { ApiName } from '../../sandbox/apis.ts'
import type { Mutant } from './mutant.ts'

/**
 * The way in which a mutant was detected. `finding`: the gate exited with 1. `drift`: the gate reported drift and
 * exited with 0. `coverage`: the gate exited with 2, because no case tested a clause or a case was blocked. `validate`:
 * the command `validate` reports an error in the document.
 */
export type DetectedBy = 'finding' | 'coverage' | 'validate' | 'drift' | 'undetected'

/** The result of running the gate with one mutant of a document against the correct sandbox. */
export interface MutantRow {
  readonly api: ApiName
  readonly name: string
  readonly operator: string
  readonly of: Mutant['of']
  readonly detectedBy: DetectedBy
  /**
   * For a detected mutant, the message of the first finding, or the first reason why the run was inconclusive. For an
   * undetected mutant, the reason why no check can detect it, or an empty text if no reason is known.
   */
  readonly because: string
  readonly milliseconds: number
}

export interface MutantProof {
  readonly rows: readonly MutantRow[]
  /** The number of mutants of each document. `rows` has the results of a sample of these mutants. */
  readonly all: Readonly<Partial<Record<ApiName, number>>>
  readonly milliseconds: number
}

/** True if each mutant was detected, or if a reason is known why no check can detect it. */
export function isExplained({ rows }: Pick<MutantProof, 'rows'>): boolean {
  return rows.every(({ detectedBy, because }) => detectedBy !== 'undetected' || because !== '')
}
