import type { Location } from '../document/location.ts'

/** The level of a finding. */
export type DocumentLevel = 'error' | 'warning'

/** A fault of a document, with its location and advice. */
export interface DocumentFinding {
  /** Id of the check. */
  readonly rule: string
  readonly level: DocumentLevel
  readonly location: Location
  /** One sentence without a full stop. */
  readonly message: string
  readonly next: string
  /**
   * The end of the sentence that reports several findings of this kind together, such as `examples lack \`id\``. Absent
   * if all messages are equal.
   */
  readonly several?: string
  /** The operation that contains the fault, and the JSON Pointer inside the operation. */
  readonly operation?: { readonly id: string; readonly path: string }
  /** True if OpenAPI allows the current form too. Such a finding does not block a run. */
  readonly isOptional?: true
}
