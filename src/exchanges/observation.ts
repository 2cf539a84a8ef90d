import type { JsonObject } from '../json.ts'

/**
 * Two resources that were read from the server. A case changes the `subject` and must not change the `bystander`. A
 * resource that does not exist is null.
 */
export interface Observation {
  readonly subject: JsonObject | null
  readonly bystander: JsonObject | null
}
