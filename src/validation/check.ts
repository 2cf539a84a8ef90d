import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { DocumentContext } from './document-context.ts'
import type { DocumentLevel } from './document-finding.ts'

/** One fault that a check found in a document. */
export interface DocumentFault {
  readonly address: Address
  readonly message: string
  readonly next: string
  /** The location of the fault, if it is in an overlay. It replaces the location of `address`. */
  readonly location?: Location
  /** The level of the fault. It replaces the level of the check. */
  readonly level?: DocumentLevel
  /** True if OpenAPI leaves the choice to the author. */
  readonly isOptional?: true
}

/** One requirement that `validate` checks. */
export interface DocumentCheck {
  /** The id. It is the name of the check's file in snake_case. After a release it is never changed or used again. */
  readonly id: string
  /** The requirement, as a sentence that is true if the check finds nothing. */
  readonly title: string
  readonly why: string
  readonly level: DocumentLevel
  /**
   * True for a general check of OpenAPI. It does not report a place at which a more specific check has already reported
   * a fault.
   */
  readonly general?: true
  /** Returns every fault of the document, in any order. */
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
