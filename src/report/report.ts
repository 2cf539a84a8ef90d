import type * as schemas from './schema/report-schema.ts'
import type { TypeOf } from './schema/typed-schema.ts'

// All types in this file are derived from `report-schema.ts`, which describes each property.

/** The content of `contract-report.json`. It has one run per API and target. */
export interface Report extends TypeOf<typeof schemas.reportSchema> {
  readonly runs: readonly RunReport[]
}

/** The result of one API on one target. */
export interface RunReport extends TypeOf<typeof schemas.runSchema> {}

/** The verdict of a run. `error`: the run could not be carried out. */
export type RunVerdict = Report['verdict']

/**
 * The state of a clause, a case or a cell. A cell shows one documented status of one operation in the report's
 * table of statuses.
 */
export type ClauseState = ClauseReport['state']

/** One documented status of one operation, as a cell of the report's table of statuses. */
export interface Cell extends TypeOf<typeof schemas.cellSchema> {}

/** A clause, its state, and the cases that exercised it. */
export interface ClauseReport extends TypeOf<typeof schemas.clauseSchema> {}

/** A case and its verdict. */
export interface CaseReport extends TypeOf<typeof schemas.caseSchema> {}

/** One cause of failed clauses, with the first exchange that showed it. */
export interface FindingReport extends TypeOf<typeof schemas.findingSchema> {}

/**
 * `error`: the server violates a promise of the document. `warning`: the server violates a standard. `assumption`: the
 * server contradicts only an assumption of the document's author. `drift`: the server does something that the document
 * does not describe.
 */
export type FindingLevel = FindingReport['level']

/**
 * The statuses that one shard got for an operation. Only the statuses of all shards together show whether the operation
 * is reachable.
 */
export interface Reach extends TypeOf<typeof schemas.reachSchema> {}

/** A role whose blocked cases the policy accepts. */
export interface AcceptedRole extends TypeOf<typeof schemas.acceptedRoleSchema> {}

/** An assumption of the document, and what the run showed about it. */
export interface AssumptionReport extends TypeOf<typeof schemas.assumptionSchema> {}

/** A kind of fault that the run would not notice, and how to close the gap. */
export interface GapReport extends TypeOf<typeof schemas.gapSchema> {}

/** The results of all runs so far about an assumption. */
export interface AssumptionRecord extends TypeOf<typeof schemas.assumptionRecordSchema> {}

/** Advice for the user, and the statuses for which the advice is meant. */
export interface Next extends TypeOf<typeof schemas.nextSchema> {}

/** A known failure of the baseline, and what the run showed about it. */
export interface BaselineEntryReport extends TypeOf<typeof schemas.baselineEntrySchema> {}

/** The part of a run's report that is about one operation. */
export interface OfOperation extends TypeOf<typeof schemas.ofOperationSchema> {}
