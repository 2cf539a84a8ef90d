import type * as schemas from './schema/report-schema.ts'
import type { TypeOf } from './schema/typed-schema.ts'

// The types of this file are derived from `report-schema.ts`. That file describes each property.

/** The content of `contract-report.json`. It has one run for each pair of API and target. */
export interface Report extends TypeOf<typeof schemas.reportSchema> {
  readonly runs: readonly RunReport[]
}

/** The result of one API on one target. */
export interface RunReport extends TypeOf<typeof schemas.runSchema> {}

/** The verdict of a run. `error` means that the run could not start, or did not finish. */
export type RunVerdict = Report['verdict']

/** The state of a clause, of a case or of a documented status. */
export type ClauseState = ClauseReport['state']

/** A cell of the status table. It shows one documented status of one operation, and its state. */
export interface Cell extends TypeOf<typeof schemas.cellSchema> {}

/** A clause, the state of the clause, and the cases that exercised it. */
export interface ClauseReport extends TypeOf<typeof schemas.clauseSchema> {}

/** A case, and the verdict about it. */
export interface CaseReport extends TypeOf<typeof schemas.caseSchema> {}

/** Failed clauses with the same cause, and the first exchange that showed the failure. */
export interface FindingReport extends TypeOf<typeof schemas.findingSchema> {}

/**
 * How serious a finding is. `error`: the server violates the document. `warning`: the server violates a standard.
 * `assumption`: the server violates only something that the author of the document marked as an assumption. `drift`:
 * the server does something that the document does not describe.
 */
export type FindingLevel = FindingReport['level']

/**
 * The statuses that one shard received for an operation. If all shards received only statuses such as 401 or 404, the
 * operation is unreachable.
 */
export interface Reach extends TypeOf<typeof schemas.reachSchema> {}

/** A role of the security tests, such as `no-scope`. The policy accepts that the cases of this role are blocked. */
export interface AcceptedRole extends TypeOf<typeof schemas.acceptedRoleSchema> {}

/** An assumption in the document, and whether the run confirmed or disproved it. */
export interface AssumptionReport extends TypeOf<typeof schemas.assumptionSchema> {}

/** A kind of server fault that the run cannot detect, and a change to the document with which a run can detect it. */
export interface GapReport extends TypeOf<typeof schemas.gapSchema> {}

/** The results of all recorded runs about one assumption. */
export interface AssumptionRecord extends TypeOf<typeof schemas.assumptionRecordSchema> {}

/** Advice for the user. It applies to responses with certain statuses. */
export interface Next extends TypeOf<typeof schemas.nextSchema> {}

/** An entry of the baseline file, and the state of the entry after the run. */
export interface BaselineEntryReport extends TypeOf<typeof schemas.baselineEntrySchema> {}

/** The parts of a run that belong to one operation. */
export interface OfOperation extends TypeOf<typeof schemas.ofOperationSchema> {}
