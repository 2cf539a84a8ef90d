import type { Json } from '../json.ts'
import { resourceSchema } from './documented-part.ts'
import { jsonOf, type Evidence } from './evidence.ts'
import { returnedFields, type ReturnedField } from './returned-fields.ts'

/** What one source shows of the resource after a request. */
export interface View {
  readonly name: 'the response' | 'a later read'
  readonly body: Json | undefined
  /** The fields of the request body that should be returned as they were sent. */
  readonly fields: readonly ReturnedField[]
}

/** Returns what the response and a later read show of the resource. */
export function viewsOf(evidence: Evidence): readonly View[] {
  const { readBy, later } = evidence.execution
  const shown = readBy === undefined ? evidence.mediaType?.schema : resourceSchema(readBy)
  return [
    { name: 'the response', body: jsonOf(evidence), fields: returnedFields(evidence, evidence.mediaType?.schema) },
    { name: 'a later read', body: later?.subject ?? undefined, fields: returnedFields(evidence, shown) },
  ]
}
