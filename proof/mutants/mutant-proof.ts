import type { ApiName } from '../../sandbox/apis.ts'
import type { Mutant } from './mutant.ts'

/**
 * The step that detected a mutant first. `finding`: the gate exits 1. `drift`: the gate reports drift and exits 0.
 * `coverage`: the gate exits 2, because a clause was not exercised or a case was blocked. `validate`: the command
 * `validate` reports the document as invalid.
 */
export type DetectedBy = 'finding' | 'coverage' | 'validate' | 'drift' | 'undetected'

/** The result for one mutant of a document, checked against the correct sandbox. */
export interface MutantRow {
  readonly api: ApiName
  readonly name: string
  readonly operator: string
  readonly of: Mutant['of']
  readonly detectedBy: DetectedBy
  /** The first finding or reason. For an undetected mutant, the reason why it cannot be detected. */
  readonly because: string
  readonly milliseconds: number
}

export interface MutantProof {
  readonly rows: readonly MutantRow[]
  /** The number of mutants of each document. `rows` is a sample of them. */
  readonly all: Readonly<Partial<Record<ApiName, number>>>
  readonly milliseconds: number
}

/** True if every mutant is detected, or a reason is known why it cannot be. */
export function isExplained({ rows }: Pick<MutantProof, 'rows'>): boolean {
  return rows.every(({ detectedBy, because }) => detectedBy !== 'undetected' || because !== '')
}
