import type { Location } from '../document/location.ts'

/** The level of a finding. */
export type DocumentLevel = 'error' | 'warning'

/** A fault of a document, its location, and advice for the author. */
export interface DocumentFinding {
  /** Id of the check. */
  readonly rule: string
  readonly level: DocumentLevel
  readonly location: Location
  /** One sentence without a full stop. */
  readonly message: string
  readonly next: string
  /** The end of a sentence about several such findings, such as `examples lack \`id\``. Absent if the messages are equal. */
  readonly several?: string
  /** The operation that contains the place, and the JSON Pointer from the operation to the place. */
  readonly operation?: { readonly id: string; readonly path: string }
  /**
   * True if OpenAPI allows the present form too, so that the author may keep it. Such a finding does not block a run.
   */
  readonly isOptional?: true
}
