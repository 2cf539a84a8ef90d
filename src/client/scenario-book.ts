/**
 * The scenarios of a document, with the status that each expects. `prepareScenario` of
 * `appointment-contracts/scenarios` sets one up in a sandbox.
 */
export interface ScenarioBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** Statuses by scenario id, in document order. */
  readonly statuses: Statuses
  /** Only for types: the type of the sent path and body. It is absent at run time. */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
