import type { Json, JsonObject } from '../json.ts'
import type { Role } from '../operations/annotations.ts'
import type { Access, Operation } from '../operations/operation.ts'

/**
 * A request before it is written as bytes. All values are final: values such as `{ $time: P1D }` in a scenario are
 * already replaced.
 */
export interface PreparedRequest {
  readonly operation: Operation
  /** The role of the sender. It determines which credentials are added. */
  readonly role: Role
  /** Set if the request tests a single security alternative. The role is then ignored. */
  readonly access?: Access
  /** HTTP method. Default: the method of the operation. */
  readonly method?: string
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  readonly body?: Json
  /** A body that is sent unchanged, instead of `body`. */
  readonly raw?: string
  /** Media type of the body. Default: the operation's first JSON media type, or else its first media type. */
  readonly contentType?: string
  /** If true, no `Content-Type` header is sent. */
  readonly withoutContentType?: boolean
  /** If true, no `Accept` header is sent. */
  readonly withoutAccept?: boolean
}
