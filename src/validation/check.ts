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
}

/** One requirement that `validate` checks. */
export interface DocumentCheck {
  /** The file's name in snake_case. Stable once released: never renamed, never reused. */
  readonly id: string
  /** The requirement as a fact: true if the check finds nothing. */
  readonly title: string
  readonly why: string
  readonly level: DocumentLevel
  /** True for a check of OpenAPI in general: it skips places where a more specific check reported a fault. */
  readonly general?: true
  /** Returns every fault, in any order. */
  check(context: DocumentContext): readonly DocumentFault[] | Promise<readonly DocumentFault[]>
}
