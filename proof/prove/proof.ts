import type { Fault, FaultFamily } from '../../sandbox/faults/fault.ts'

/** The result of running the gate against every fault and every harmless variant. */
export interface Proof {
  readonly seed: number
  /** The fixed time of the clocks of the gate and of the sandbox, ISO 8601. */
  readonly now: string
  readonly faults: readonly FaultRow[]
  readonly variants: readonly VariantRow[]
  readonly milliseconds: number
}

/**
 * The result for a fault. `killed`: detected as expected. `survived`: not detected. `other-rule`: reported by a rule
 * that the fault does not list in `rules`. `reported-twice`: reported by several findings, although the fault does not
 * explain why (`whySeveralFindings`).
 */
export type Outcome = 'killed' | 'survived' | 'other-rule' | 'reported-twice'

/** The result for one fault. */
export interface FaultRow {
  readonly id: string
  readonly api: Fault['api']
  readonly family: FaultFamily
  readonly title: string
  readonly outcome: Outcome
  /** The ids of the rules that the fault lists in `rules`. At least one of them must detect the fault. */
  readonly expectedRules: readonly string[]
  /** The rules of the findings that were reported, in the order of the report. */
  readonly detectedBy: readonly string[]
  readonly findings: readonly ProvedFinding[]
  readonly whySeveralFindings?: string
  /** The reason why the fault was not detected. See `explainSurvivor`. Set only for an undetected fault. */
  readonly notJudged?: string
  readonly requests: number
  readonly milliseconds: number
}

/** The properties of a finding that a proof contains. */
export interface ProvedFinding {
  readonly rule: string
  readonly level: string
  readonly case: string
  readonly clause: string
  readonly message: string
}

/** The result for one variant, or for the correct sandbox. */
export interface VariantRow {
  readonly id: string
  readonly api: Fault['api']
  readonly title: string
  /**
   * True if the result is as expected. The run must pass, with findings for an `isDrift` variant, and without findings
   * for every other variant. A run with a `contradictsAssumption` variant may also fail, but only because of
   * assumptions.
   */
  readonly isQuiet: boolean
  /**
   * True if at least one response differs from the response of the correct sandbox. If no response differs, the variant
   * proves nothing.
   */
  readonly isVisible: boolean
  readonly findings: readonly ProvedFinding[]
  /** The reasons why the run was inconclusive. Empty if the run was conclusive. */
  readonly because: readonly string[]
  readonly requests: number
  readonly milliseconds: number
}

/** The number of faults and of detected faults in one family. */
export interface Score {
  readonly family: FaultFamily
  readonly faults: number
  readonly killed: number
}

/** Returns the score of each family, in the order in which the families first occur in `rows`. */
export function scoresOf(rows: readonly FaultRow[]): Score[] {
  return [...new Set(rows.map(({ family }) => family))].map((family) => {
    const own = rows.filter((row) => row.family === family)
    return { family, faults: own.length, killed: own.filter(({ outcome }) => outcome === 'killed').length }
  })
}

/**
 * True if each fault was detected as expected, and the result of each variant is visible and as expected (`isVisible`,
 * `isQuiet`). Intermittent faults are allowed to stay undetected.
 */
export function isProved({ faults, variants }: Pick<Proof, 'faults' | 'variants'>): boolean {
  return (
    faults.every(({ outcome, family }) => outcome === 'killed' || family === 'intermittent') &&
    variants.every(({ isQuiet, isVisible }) => isQuiet && isVisible)
  )
}
