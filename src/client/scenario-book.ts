/**
 * The scenarios of a document with the status that each one reaches. `prepareScenario` of
 * `appointment-contracts/scenarios` sets one up in a sandbox.
 */
export interface ScenarioBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** Status by scenario id, in the order of the document. */
  readonly statuses: Statuses
  /** Types of the sent path and body; absent at run time. */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
