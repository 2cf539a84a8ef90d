/**
 * The scenarios of a document and their statuses. `prepareScenario` of `appointment-contracts/scenarios` sets a
 * scenario up in a sandbox.
 */
export interface ScenarioBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** The expected status of each scenario id, in document order. */
  readonly statuses: Statuses
  /** Only for TypeScript: the types of path and body of each scenario. Has no value at run time. */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
