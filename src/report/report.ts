import type * as schemas from './report-schema.ts'
import type { TypeOf } from './typed-schema.ts'

// The types of `report-schema.ts`, which describes each property.

/** `contract-report.json`: one run per API and target. */
export interface Report extends TypeOf<typeof schemas.reportSchema> {
  readonly runs: readonly RunReport[]
}

/** One API against one target. */
export interface RunReport extends TypeOf<typeof schemas.runSchema> {}

/** `error`: the run could not be carried out. */
export type RunVerdict = Report['verdict']

/** The state of a clause, a case or a cell. */
export type ClauseState = ClauseReport['state']

/** An overlay that a document was read with. */
export interface OverlayReport extends TypeOf<typeof schemas.overlaySchema> {}

/** One documented status of one operation. */
export interface Cell extends TypeOf<typeof schemas.cellSchema> {}

/** A clause and what exercised it. */
export interface ClauseReport extends TypeOf<typeof schemas.clauseSchema> {}

/** A case and its verdict. */
export interface CaseReport extends TypeOf<typeof schemas.caseSchema> {}

/** One cause of failed clauses, with the first exchange that showed it. */
export interface FindingReport extends TypeOf<typeof schemas.findingSchema> {}

/** `error`: the document promises something else. `warning`: a standard does. `assumption`: only an assumption is
 * contradicted. `drift`: the server does more than the document describes. */
export type FindingLevel = FindingReport['level']

/** What a shard saw of whether an operation is reachable: only all shards together can decide it. */
export interface Reach extends TypeOf<typeof schemas.reachSchema> {}

/** What a user can do about some statuses. */
export interface Next extends TypeOf<typeof schemas.nextSchema> {}

/** The part of a run's report that is about one operation. */
export interface OfOperation extends TypeOf<typeof schemas.ofOperationSchema> {}

/** A redacted exchange. */
export interface RedactedExchange extends TypeOf<typeof schemas.exchangeSchema> {}
