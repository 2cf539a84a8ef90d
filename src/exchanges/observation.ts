import type { JsonObject } from '../json.ts'

/**
 * Two resources that were read from the server. A case can change `subject`, but must not change `bystander`. Null
 * means that the resource does not exist.
 */
export interface Observation {
  readonly subject: JsonObject | null
  readonly bystander: JsonObject | null
}
