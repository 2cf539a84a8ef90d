import type { Json, JsonObject } from '../json.ts'
import type { Role } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'

/** A request before it is written as bytes: every value is final, no literal of a scenario is left. */
export interface PreparedRequest {
  readonly operation: Operation
  /** Who sends it; decides which credentials are added. */
  readonly role: Role
  /** Default: the operation's own. */
  readonly method?: string
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  readonly body?: Json
  /** Sent byte for byte instead of `body`. */
  readonly raw?: string
  /** Default: the first JSON media type of the operation, else its first. */
  readonly contentType?: string
  /** Whether `Content-Type` is left out. */
  readonly withoutContentType?: boolean
}
