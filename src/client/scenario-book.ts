/**
 * The scenarios of a document: by which names what status is reached. Set one up in a sandbox with `prepareScenario` of
 * `appointment-contracts/scenarios`.
 */
export interface ScenarioBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** Status by the id of the scenario, in the order of the document. */
  readonly statuses: Statuses
  /** What the scenarios send; there only for the compiler. */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
