import type { Address } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { DocumentContext } from './document-context.ts'
import type { DocumentLevel } from './document-finding.ts'

/** One fault that a check found in a document. */
export interface DocumentFault {
  readonly address: Address
  readonly message: string
  readonly next: string
  /** Overrides the location of `address`, for a fault in an overlay. */
  readonly location?: Location
  /** Overrides the level of the check. */
  readonly level?: DocumentLevel
  /** True for a choice that OpenAPI leaves to the author. */
  readonly isOptional?: true
}

/** One requirement that `validate` checks. */
export interface DocumentCheck {
  /** The name of the check's file in snake_case. After a release it is never renamed or reused. */
  readonly id: string
  /** The requirement, worded as a fact that is true if the check finds nothing. */
  readonly title: string
  readonly why: string
  readonly level: DocumentLevel
  /** True for a general check of OpenAPI. It skips places where a more specific check already reported a fault. */
  readonly general?: true
  /** Returns every fault, in any order. */
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
