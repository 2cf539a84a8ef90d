import type * as schemas from './schema/report-schema.ts'
import type { TypeOf } from './schema/typed-schema.ts'

// All types in this file come from `report-schema.ts`, which describes each property.

/** The content of `contract-report.json`: one run per API and target. */
export interface Report extends TypeOf<typeof schemas.reportSchema> {
  readonly runs: readonly RunReport[]
}

/** The result of one API on one target. */
export interface RunReport extends TypeOf<typeof schemas.runSchema> {}

/** The verdict of a run. `error` means that the run could not start or finish. */
export type RunVerdict = Report['verdict']

/** The state of a clause, of a case, or of one documented status (a cell of the status table). */
export type ClauseState = ClauseReport['state']

/** A cell of the status table: one documented status of one operation, and its state. */
export interface Cell extends TypeOf<typeof schemas.cellSchema> {}

/** A clause, its state, and the cases that exercised it. */
export interface ClauseReport extends TypeOf<typeof schemas.clauseSchema> {}

/** A case and its verdict. */
export interface CaseReport extends TypeOf<typeof schemas.caseSchema> {}

/** Failed clauses that have one cause, and the first exchange that showed the failure. */
export interface FindingReport extends TypeOf<typeof schemas.findingSchema> {}

/**
 * `error`: the server violates the document. `warning`: the server violates a standard. `assumption`: the server
 * contradicts only what the author of the document marked as an assumption. `drift`: the server does something
 * undocumented.
 */
export type FindingLevel = FindingReport['level']

/**
 * The statuses that one shard received for an operation. If all shards received only statuses such as 401 or 404, the
 * operation is unreachable.
 */
export interface Reach extends TypeOf<typeof schemas.reachSchema> {}

/** A role of the security tests, such as `no-scope`, whose blocked cases the policy accepts. */
export interface AcceptedRole extends TypeOf<typeof schemas.acceptedRoleSchema> {}

/** An assumption in the document, and whether the run confirmed or disproved it. */
export interface AssumptionReport extends TypeOf<typeof schemas.assumptionSchema> {}

/** A kind of server fault that the run cannot detect, and the change of the document that makes it detectable. */
export interface GapReport extends TypeOf<typeof schemas.gapSchema> {}

/** The results of all recorded runs about one assumption. */
export interface AssumptionRecord extends TypeOf<typeof schemas.assumptionRecordSchema> {}

/** Advice for the user, and the response statuses to which it applies. */
export interface Next extends TypeOf<typeof schemas.nextSchema> {}

/** An entry of the baseline, and its state after the run. */
export interface BaselineEntryReport extends TypeOf<typeof schemas.baselineEntrySchema> {}

/** The part of a run that is about one operation. */
export interface OfOperation extends TypeOf<typeof schemas.ofOperationSchema> {}
