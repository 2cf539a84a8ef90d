import type { Location } from '../document/location.ts'
import type { Level } from '../rules/rule.ts'
import type { Source, TargetKind } from '../operations/annotations.ts'
import type { ClauseKind } from '../clauses/clause.ts'
import type { NotCompiled } from '../clauses/list-not-compiled.ts'

/** `contract-report.json`. Counts are clauses unless they are named cases or requests. Its JSON Schema is beside it. */
export interface Report {
  readonly schemaVersion: 2
  readonly tool: { readonly name: string; readonly version: string }
  /** ISO 8601, of the machine. */
  readonly startedAt: string
  readonly durationMs: number
  readonly seed: number
  /** The run clock at its start, as it was asked for; one per target is in the runs. */
  readonly now: string
  readonly shard?: { readonly index: number; readonly of: number }
  /** Only as many cases were planned as bring each clause once. */
  readonly lean?: true
  /** Its findings show values from outside, because somebody asked for them: it is not to be published. */
  readonly showsValues?: true
  readonly verdict: RunVerdict
  readonly runs: readonly RunReport[]
}

/** `error`: the run itself could not be carried out. */
export type RunVerdict = 'passed' | 'failed' | 'blocked' | 'error'

export type ClauseState = 'passed' | 'failed' | 'blocked' | 'not-run' | 'not-applicable'

/** An overlay that a document was read with. */
export interface OverlayReport {
  readonly file: string
  /** Of its text, hex. */
  readonly sha256: string
  /** Values of earlier overlays that it replaced or removed, by JSON Pointer into the document. */
  readonly overrides?: readonly { readonly pointer: string; readonly file: string }[]
}

/** One api against one target. */
export interface RunReport {
  readonly api: string
  readonly target: TargetKind
  readonly baseUrl: string
  readonly now: string
  readonly document: {
    readonly title: string
    readonly version: string
    readonly sha256: string
    readonly file: string
    /** Applied to it, in order; absent if none was. */
    readonly overlays?: readonly OverlayReport[]
  }
  readonly verdict: RunVerdict
  /** Why the verdict is `blocked` or `error`: sentences that say what to do. */
  readonly because: readonly string[]
  /** What cannot be compiled in the document, and so is asked of nobody: no fault of the server. Absent if all can. */
  readonly notCompiled?: readonly Pick<NotCompiled, 'definedAt' | 'message'>[]
  readonly counts: {
    readonly cases: number
    readonly requests: number
    /** Tokens and provider states. */
    readonly controlRequests: number
    readonly passed: number
    readonly failed: number
    readonly blocked: number
    readonly notRun: number
    readonly notApplicable: number
  }
  readonly coverage: {
    readonly clauses: number
    readonly reachable: number
    readonly exercised: number
    /** Least share of the reachable that the policy asks for, in percent. */
    readonly policy: number
  }
  /** Operations × documented statuses. */
  readonly cells: readonly Cell[]
  readonly clauses: readonly ClauseReport[]
  /** The whole plan in its order; in a shard, the cases of the others are `not-run`. */
  readonly cases: readonly CaseReport[]
  readonly findings: readonly FindingReport[]
  /** Milliseconds of the subject requests, in buckets with an upper bound each; the last has none. */
  readonly latency: { readonly buckets: readonly { readonly upTo: number | null; readonly count: number }[] }
  /** Of a shard on a server that is not ours: which operations it saw reached. The merge is made by it. */
  readonly reach?: readonly Reach[]
}

export interface Cell {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly status: string
  readonly state: ClauseState
  readonly because?: string
}

export interface ClauseReport {
  readonly id: string
  readonly operation: string
  readonly pointer: string
  readonly definedAt: Location
  readonly kind: ClauseKind
  readonly source: Source
  readonly state: ClauseState
  readonly because?: string
  /** Paths of the cases that exercised it, in plan order. */
  readonly by: readonly string[]
  /** Of a security clause, which holds by two halves: the cases that showed each. Shards are joined by it. */
  readonly halves?: { readonly withheld: readonly string[]; readonly given: readonly string[] }
}

export interface CaseReport {
  readonly path: string
  readonly title: string
  readonly operation: string
  /** Of the subject's answer; null when there was none. */
  readonly status: number | null
  readonly verdict: ClauseState
  readonly because?: string
  readonly ms: number
}

export interface FindingReport {
  /** Stable over runs: made of rule, operation and clause, never of wording. */
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly operation: string
  readonly method: string
  readonly path: string
  /** The first case that showed it. */
  readonly case: string
  readonly clause: string
  readonly pointer: string
  readonly definedAt: Location
  readonly message: string
  readonly expected: string
  /** Shape only: `<string 17>`; values from outside never stand here. */
  readonly received: string
  readonly source: Source
  readonly fingerprint: string
  /** What joins findings of one cause, where that is more than the fingerprint. Shards are joined by it. */
  readonly cause?: string
  /** How often it was seen. */
  readonly count: number
  /** Every clause that it breaks. */
  readonly clauses: readonly string[]
  /** Where a random case met it: the case from which the told one was shrunk, and how many requests that took. */
  readonly shrunk?: { readonly from: string; readonly requests: number }
  readonly exchange: RedactedExchange
  readonly curl: string
  readonly replay: string
}

/** What a shard saw of whether an operation is reached at all, which only all shards together can tell. */
export interface Reach {
  readonly operation: string
  /** What good requests of it were answered in this shard. */
  readonly statuses: readonly number[]
  /** Where nothing of that shows it reached: what it comes to depends on the other shards. */
  readonly open?: OpenReach
}

export interface OpenReach {
  /** What the report says of the operation meanwhile. */
  readonly told: 'reached' | 'unreached'
  /** Why nothing of it could be judged, by the answers of this shard. */
  readonly because: string
  readonly next: readonly Next[]
  /** What else it would say of the operation. */
  readonly otherwise: OfOperation
}

/** What somebody can do about some statuses. */
export interface Next {
  readonly on: readonly number[]
  readonly say: string
}

/** What a run's report says of one operation. */
export interface OfOperation {
  readonly cells: readonly Cell[]
  readonly clauses: readonly ClauseReport[]
  readonly cases: readonly CaseReport[]
  readonly findings: readonly FindingReport[]
}

/** An exchange with every value from outside turned into a typed token. */
export interface RedactedExchange {
  readonly request: {
    readonly method: string
    readonly target: string
    readonly headers: readonly (readonly [string, string])[]
    readonly body?: string
  }
  readonly answer:
    | { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string }
    | { readonly failure: string }
}
