import type { JsonObject } from '../json.ts'

/**
 * The resources that were read from the server: the resource that a case changes (`subject`), and another resource that
 * the case must leave unchanged (`bystander`). A resource that does not exist is null.
 */
export interface Observation {
  readonly subject: JsonObject | null
  readonly bystander: JsonObject | null
}
