/**
 * The scenarios of a document, with the status that each scenario expects. `prepareScenario` of
 * `appointment-contracts/scenarios` sets up a scenario in a sandbox.
 */
export interface ScenarioBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** The expected status of each scenario, by scenario id, in document order. */
  readonly statuses: Statuses
  /**
   * The types of the path and body that each scenario sends. Only TypeScript sees this property; it never has a value
   * at run time.
   */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
