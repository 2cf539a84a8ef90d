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
   * The end of a sentence that reports several findings of this kind together. Example: `examples lack \`id\``. Absent
   * if the messages of these findings are always the same.
   */
  readonly several?: string
  /** The operation that contains the fault, and the JSON Pointer inside the operation. */
  readonly operation?: { readonly id: string; readonly path: string }
  /** True if OpenAPI allows the reported form. A finding of this kind does not prevent a run. */
  readonly isOptional?: true
}
