import type { Location } from '../document/location.ts'
import type { ChangeLevel, Party, VersionPart } from './levels.ts'
import type { RuleId } from './rules.ts'

/** A value that one of the two documents allows and the other forbids. */
export interface ShownValue {
  /** The value as JSON. */
  readonly json: string
  readonly allowedBy: 'base' | 'head'
  /** The keyword of the other document that forbids it, and the place in the value. */
  readonly forbiddenBy: string
  readonly at: string
}

/** One change between two documents. */
export interface Change {
  readonly rule: RuleId
  readonly level: ChangeLevel
  readonly breaksFor: readonly Party[]
  /** The operations in which the change is visible, such as `PATCH /orders/{id}`. Empty for the whole document. */
  readonly operations: readonly string[]
  /** The part of the first operation that changed: `response 200 application/json /status`. */
  readonly part: string
  /** One sentence that says what changed. */
  readonly what: string
  readonly why: string
  /** How to make the change without breaking a consumer. */
  readonly fix: string
  readonly base?: Location
  readonly head?: Location
  readonly requires: VersionPart
  /** Stays the same if other parts of the documents change. */
  readonly fingerprint: string
  readonly value?: ShownValue
  /** Set if the change is waived: reason, owner and the last day. */
  readonly waived?: { readonly reason: string; readonly owner: string; readonly expires: string }
}
