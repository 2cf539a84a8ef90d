import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { DocumentContext } from './document-context.ts'
import type { DocumentLevel } from './document-finding.ts'

/** What a check found at one place of the document. */
export interface DocumentFault {
  readonly address: Address
  readonly message: string
  readonly next: string
  /** Where `address` is not in the document: a place in an overlay. */
  readonly location?: Location
  /** Instead of the check's own. */
  readonly level?: DocumentLevel
}

/** One thing that is asked of a document. */
export interface DocumentCheck {
  /** The file's name in snake_case. A promise: never renamed, never used again. */
  readonly id: string
  /** The fact, when it holds. */
  readonly title: string
  readonly why: string
  readonly level: DocumentLevel
  /** True for what knows only OpenAPI at large: it is silent where a check of ours has already spoken. */
  readonly general?: true
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
