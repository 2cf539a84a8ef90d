import type { Fault, FaultFamily } from '../../sandbox/faults/fault.ts'

/** The result of running the gate against every fault and every harmless variant. */
export interface Proof {
  readonly seed: number
  /** The time at which the clocks of gate and sandbox are stopped, ISO 8601. */
  readonly now: string
  readonly faults: readonly FaultRow[]
  readonly variants: readonly VariantRow[]
  readonly milliseconds: number
}

/**
 * The outcome for a fault. `killed`: detected as expected. `survived`: not detected. `other-rule`: reported by a rule
 * that the fault does not name. `reported-twice`: reported by several findings, although the fault gives no reason for
 * that.
 */
export type Outcome = 'killed' | 'survived' | 'other-rule' | 'reported-twice'

/** The result for one fault. */
export interface FaultRow {
  readonly id: string
  readonly api: Fault['api']
  readonly family: FaultFamily
  readonly title: string
  readonly outcome: Outcome
  /** The rules that must detect the fault, according to its definition. */
  readonly expectedRules: readonly string[]
  /** The rules of the findings that were reported, in the order of the report. */
  readonly detectedBy: readonly string[]
  readonly findings: readonly ProvedFinding[]
  readonly whySeveralFindings?: string
  /** Only for a survivor: the place that shows the fault and that no rule judges. */
  readonly notJudged?: string
  readonly requests: number
  readonly milliseconds: number
}

/** The part of a finding that a proof reports. */
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
  /** True if the gate reported nothing for the variant. */
  readonly isQuiet: boolean
  /** True if a case got a response that differs from the usual one. A variant that no case reveals proves nothing. */
  readonly isVisible: boolean
  readonly findings: readonly ProvedFinding[]
  /** The reasons why the gate was inconclusive; empty if it was not. */
  readonly because: readonly string[]
  readonly requests: number
  readonly milliseconds: number
}

/** The number of killed faults of one family. */
export interface Score {
  readonly family: FaultFamily
  readonly faults: number
  readonly killed: number
}

/** The score of each family, in the order of the rows. */
export function scoresOf(rows: readonly FaultRow[]): Score[] {
  return [...new Set(rows.map(({ family }) => family))].map((family) => {
    const own = rows.filter((row) => row.family === family)
    return { family, faults: own.length, killed: own.filter(({ outcome }) => outcome === 'killed').length }
  })
}

/**
 * True if every fault was killed (intermittent ones may survive), and every variant was revealed and raised no error.
 */
export function isProved({ faults, variants }: Pick<Proof, 'faults' | 'variants'>): boolean {
  return (
    faults.every(({ outcome, family }) => outcome === 'killed' || family === 'intermittent') &&
    variants.every(({ isQuiet, isVisible }) => isQuiet && isVisible)
  )
}
