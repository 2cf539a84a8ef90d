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
   * A sentence reports several faults of this kind together. This is the end of the sentence, such as `examples lack
   * \`id\``. Absent if the messages of these faults are always the same.
   */
  readonly several?: string
  /** The location of the fault, if the fault is in an overlay. It replaces the location of `address`. */
  readonly location?: Location
  /** The level of this fault. Absent if it is the level of the check. */
  readonly level?: DocumentLevel
  /** True if OpenAPI allows what is reported, so that the author may ignore the fault. */
  readonly isOptional?: true
}

/** One check of the command `validate`. */
export interface DocumentCheck {
  /**
   * The id of the check: its file name in snake_case. After a release, the id never changes. No other check ever gets
   * it.
   */
  readonly id: string
  /** The requirement that a document meets if the check finds no faults. */
  readonly title: string
  readonly why: string
  /** The highest level that a fault of the check can have. */
  readonly level: DocumentLevel
  /** True for a general check. It does not report an object that a more specific check has already reported. */
  readonly general?: true
  /** Returns all faults of the document, in any order. */
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
