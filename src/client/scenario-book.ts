/**
 * The scenarios of a document, with the status that each expects. `prepareScenario` of
 * `appointment-contracts/scenarios` sets one up in a sandbox.
 */
export interface ScenarioBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** The expected status of each scenario, by scenario id, in document order. */
  readonly statuses: Statuses
  /** Exists only in types, and is absent at run time: the types of the path and body that a scenario sends. */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
