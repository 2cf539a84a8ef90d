import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { DocumentContext } from './document-context.ts'
import type { DocumentLevel } from './document-finding.ts'

/** One fault that a check found in a document. */
export interface DocumentFault {
  readonly address: Address
  readonly message: string
  readonly next: string
  /** The end of a sentence about several such faults, such as `examples lack \`id\``. Absent if the messages are equal. */
  readonly several?: string
  /** The location of the fault, if it is in an overlay. It replaces the location of `address`. */
  readonly location?: Location
  /** The level of the fault. It replaces the level of the check. */
  readonly level?: DocumentLevel
  /** True if OpenAPI allows the present form too, so that the author of the document may keep it. */
  readonly isOptional?: true
}

/** One requirement that `validate` checks. */
export interface DocumentCheck {
  /**
   * The id of the check: the name of its file in snake_case. A released id is never changed, and never used for another
   * check.
   */
  readonly id: string
  /** The requirement: a sentence that is true if the check finds no fault. */
  readonly title: string
  readonly why: string
  /** The highest level of its faults. */
  readonly level: DocumentLevel
  /**
   * True for a general check of OpenAPI. A general check does not report a place if a more specific check already
   * reported a fault there.
   */
  readonly general?: true
  /** Returns every fault of the document, in any order. */
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
