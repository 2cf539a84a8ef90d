import type { JsonObject } from '../json.ts'

/** Result of a second read: the resource that a case changes, and one that it must leave alone. */
export interface Observation {
  readonly subject: JsonObject | null
  readonly bystander: JsonObject | null
}
