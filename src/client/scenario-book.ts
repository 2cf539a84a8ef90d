/**
 * The scenarios of a document, and the status that each of them expects. To set up a scenario in a sandbox, use
 * `prepareScenario` of `appointment-contracts/scenarios`.
 */
export interface ScenarioBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** The expected status of each scenario, by its id, in document order. */
  readonly statuses: Statuses
  /** The types of path and body of each scenario, for TypeScript only. The property has no value at run time. */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
