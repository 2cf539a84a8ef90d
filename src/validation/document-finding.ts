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
  /**
   * True if OpenAPI allows the present form too, so that the author may keep it. Such a finding does not block a run.
   */
  readonly isOptional?: true
}
