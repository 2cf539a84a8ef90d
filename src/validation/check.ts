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
   * The end of a sentence that reports several faults of this kind together. Example: `examples lack \`id\``. Absent if
   * the messages of these faults are always the same.
   */
  readonly several?: string
  /** The location of the fault, if the fault is in an overlay. It replaces the location of `address`. */
  readonly location?: Location
  /** The level of this fault. Absent if it is the level of the check. */
  readonly level?: DocumentLevel
  /** True if OpenAPI allows the reported form, so that the author is free to ignore the fault. */
  readonly isOptional?: true
}

/** One check of the command `validate`. */
export interface DocumentCheck {
  /**
   * The id of the check, which is its file name in snake_case. After a release, the id never changes, and it is never
   * given to another check.
   */
  readonly id: string
  /** A sentence that is true for a document without such faults. */
  readonly title: string
  readonly why: string
  /** The highest level that a fault of the check can have. */
  readonly level: DocumentLevel
  /**
   * True for a general check. If a more specific check has reported an object, a general check does not report the
   * object again.
   */
  readonly general?: true
  /** Returns all faults of the document, in any order. */
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
