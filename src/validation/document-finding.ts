import type { Location } from '../document/location.ts'

export type DocumentLevel = 'error' | 'warning'

/** What is wrong with a document, where, and what its author can do. */
export interface DocumentFinding {
  /** Id of the check. */
  readonly rule: string
  readonly level: DocumentLevel
  readonly location: Location
  /** One sentence without a full stop, values of the document only. */
  readonly message: string
  readonly next: string
}
