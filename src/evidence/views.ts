import type { Json } from '../json.ts'
import { resourceSchema } from './documented-part.ts'
import { jsonOf, type Evidence } from './evidence.ts'
import { returnedFields, type ReturnedField } from './returned-fields.ts'

/** The resource of a request after it. */
export interface View {
  readonly name: 'the response' | 'what is read later'
  readonly body: Json | undefined
  /** The fields of the request body that it should show as they were sent. */
  readonly fields: readonly ReturnedField[]
}

/** What the response and a later read show of the resource of a request. */
export function viewsOf(evidence: Evidence): readonly View[] {
  const { readBy, later } = evidence.execution
  const shown = readBy === undefined ? evidence.mediaType?.schema : resourceSchema(readBy)
  return [
    { name: 'the response', body: jsonOf(evidence), fields: returnedFields(evidence, evidence.mediaType?.schema) },
    { name: 'what is read later', body: later?.subject ?? undefined, fields: returnedFields(evidence, shown) },
  ]
}
