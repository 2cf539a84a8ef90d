import type { JsonObject } from '../json.ts'

/** What a second read shows: the resource that a case changes, and one that it must leave alone. */
export interface Observation {
  readonly subject: JsonObject | null
  readonly bystander: JsonObject | null
}
