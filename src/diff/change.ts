import type { Location } from '../document/location.ts'
import type { ChangeLevel, Party, VersionPart } from './levels.ts'
import type { ChangeRuleId } from './rules.ts'

/** An example value that one document allows and the other forbids. */
export interface ShownValue {
  /** The value, printed as JSON. */
  readonly json: string
  readonly allowedBy: 'base' | 'head'
  /** The keyword that forbids the value. It is in the document that forbids the value. */
  readonly forbiddenBy: string
  readonly at: string
}

/** One change between two documents. */
export interface Change {
  readonly rule: ChangeRuleId
  readonly level: ChangeLevel
  readonly breaksFor: readonly Party[]
  /** The affected operations, such as `PATCH /orders/{id}`. Empty for a change of the whole document. */
  readonly operations: readonly string[]
  /** The changed part of the first affected operation: `response 200 application/json /status`. */
  readonly part: string
  /** One sentence that describes the change. */
  readonly what: string
  readonly why: string
  /** Advice for making the change without breaking consumers. */
  readonly fix: string
  readonly base?: Location
  readonly head?: Location
  readonly requires: VersionPart
  /** A hash that identifies the change. It stays the same if other parts of the documents change. */
  readonly fingerprint: string
  readonly value?: ShownValue
  /** The waiver of the change. Absent if the change is not waived. */
  readonly waived?: { readonly reason: string; readonly owner: string; readonly expires: string }
}
