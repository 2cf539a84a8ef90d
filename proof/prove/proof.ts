import type { Fault, FaultFamily } from '../../sandbox/fault.ts'

/** What a proof came to: every fault against the gate, and every harmless variant. */
export interface Proof {
  readonly seed: number
  /** Where the clock of gate and sandbox stands. */
  readonly now: string
  readonly faults: readonly FaultRow[]
  readonly variants: readonly VariantRow[]
  readonly milliseconds: number
}

/**
 * `killed`: told as it has to be. `survived`: no error. `other-rule`: told by a rule that the fault does not name.
 * `told-twice`: by more findings than one, without a reason for it.
 */
export type Outcome = 'killed' | 'survived' | 'other-rule' | 'told-twice'

/** One fault against the gate. */
export interface FaultRow {
  readonly id: string
  readonly api: Fault['api']
  readonly family: FaultFamily
  readonly lie: string
  readonly outcome: Outcome
  /** Rules that the fault names. */
  readonly wanted: readonly string[]
  /** Rules that found something, in the order of the report. */
  readonly caughtBy: readonly string[]
  readonly findings: readonly ProvedFinding[]
  readonly alsoShows?: string
  /** Of a survivor: where it can be seen and is not judged. */
  readonly unjudged?: string
  readonly requests: number
  readonly milliseconds: number
}

export interface ProvedFinding {
  readonly rule: string
  readonly level: string
  readonly case: string
  readonly clause: string
  readonly message: string
}

/** One way to keep the document against the gate; the sandbox's own way is one of them. */
export interface VariantRow {
  readonly id: string
  readonly api: Fault['api']
  readonly otherwise: string
  /** Whether the gate holds. */
  readonly isQuiet: boolean
  /** Whether any case got another answer than usual: what no case sees raises no alarm either. */
  readonly isSeen: boolean
  readonly findings: readonly ProvedFinding[]
  /** Why the gate could not judge, where it could not. */
  readonly because: readonly string[]
  readonly requests: number
  readonly milliseconds: number
}

/** How many faults of a family are killed. */
export interface Score {
  readonly family: FaultFamily
  readonly faults: number
  readonly killed: number
}

/** The score of each family, in the order in which they are met. */
export function scoresOf(rows: readonly FaultRow[]): Score[] {
  return [...new Set(rows.map(({ family }) => family))].map((family) => {
    const own = rows.filter((row) => row.family === family)
    return { family, faults: own.length, killed: own.filter(({ outcome }) => outcome === 'killed').length }
  })
}

/** Whether the gate is proved: every fault that is always there is told once and rightly, and no variant is, though it is seen. */
export function isProved({ faults, variants }: Pick<Proof, 'faults' | 'variants'>): boolean {
  return (
    faults.every(({ outcome, family }) => outcome === 'killed' || family === 'intermittent') &&
    variants.every(({ isQuiet, isSeen }) => isQuiet && isSeen)
  )
}
