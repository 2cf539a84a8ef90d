import type { Json, JsonObject } from '../json.ts'
import type { Role } from '../operations/annotations.ts'
import type { Access, Operation } from '../operations/operation.ts'

/** A request before serialization. Placeholders such as `{ $time: P1D }` are already replaced. */
export interface PreparedRequest {
  readonly operation: Operation
  /** The role of the sender, which decides about credentials. */
  readonly role: Role
  /** Set if the request tests one security alternative. `role` is then ignored. */
  readonly access?: Access
  /** Default: the method of the operation. */
  readonly method?: string
  readonly path: JsonObject
  readonly query: JsonObject
  readonly headers: JsonObject
  readonly body?: Json
  /** The unchanged body, instead of `body`. */
  readonly raw?: string
  /** The media type of the body. Default: the first documented JSON type, or else the first type. */
  readonly contentType?: string
  /** True to send no `Content-Type` header. */
  readonly withoutContentType?: boolean
  /** True to send no `Accept` header. */
  readonly withoutAccept?: boolean
}
