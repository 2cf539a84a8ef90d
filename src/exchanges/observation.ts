import type { JsonObject } from '../json.ts'

/**
 * The result of reading from the server: the resource that a case changes (`subject`), and another one that the case must leave
 * unchanged (`bystander`). Null if the resource does not exist.
 */
export interface Observation {
  readonly subject: JsonObject | null
  readonly bystander: JsonObject | null
}
