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
   * A sentence reports several findings of this kind together. This is the end of the sentence, such as `examples lack
   * \`id\``. Absent if the messages of these findings are always the same.
   */
  readonly several?: string
  /** The operation that contains the fault, and the JSON Pointer inside the operation. */
  readonly operation?: { readonly id: string; readonly path: string }
  /** True if OpenAPI allows what is reported. The finding then does not prevent a run. */
  readonly isOptional?: true
}
