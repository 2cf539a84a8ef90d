import type { Json, JsonObject } from '../json.ts'
import type { Role } from '../operations/annotations.ts'
import type { Access, Operation } from '../operations/operation.ts'

/** A request before serialization. Placeholders such as `{ $time: P1D }` have been replaced by values. */
export interface PreparedRequest {
  readonly operation: Operation
  /** The role of the sender. It decides which credentials are sent. */
  readonly role: Role
  /** Set if the request tests one security alternative. The role is not used then. */
  readonly access?: Access
  /** The HTTP method. Default: the method of the operation. */
  readonly method?: string
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  readonly body?: Json
  /** A text that is sent as the body instead of `body`, without serialization. */
  readonly raw?: string
  /**
   * The media type of the body. Default: the first documented JSON type. If no JSON type is documented, the first
   * documented type.
   */
  readonly contentType?: string
  /** True to send no `Content-Type` header. */
  readonly withoutContentType?: boolean
  /** True to send no `Accept` header. */
  readonly withoutAccept?: boolean
}
