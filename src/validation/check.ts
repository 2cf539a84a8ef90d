import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { DocumentContext } from './document-context.ts'
import type { DocumentLevel } from './document-finding.ts'

/** One fault in a document. */
export interface DocumentFault {
  readonly address: Address
  readonly message: string
  readonly next: string
  /**
   * The end of the sentence that reports several faults of this kind together, such as `examples lack \`id\``. Absent
   * if all messages are equal.
   */
  readonly several?: string
  /** The location of a fault in an overlay. Replaces the location of `address`. */
  readonly location?: Location
  /** The level of this fault, if it differs from the level of the check. */
  readonly level?: DocumentLevel
  /** True if OpenAPI allows the current form too, so that the author may ignore the fault. */
  readonly isOptional?: true
}

/** One check of the command `validate`. */
export interface DocumentCheck {
  /**
   * The id of the check: its file name in snake_case. A released id never changes and is never used for another check.
   */
  readonly id: string
  /** A sentence that is true if the check finds no fault. */
  readonly title: string
  readonly why: string
  /** The highest level of the check's faults. */
  readonly level: DocumentLevel
  /** True for a general check. It does not report an object that a more specific check has reported. */
  readonly general?: true
  /** Returns every fault of the document, in any order. */
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
