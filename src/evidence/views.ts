import { computeOnce } from './compute-once.ts'
import type { Json } from '../json.ts'
import { resourceSchema } from './response/documented-part.ts'
import { jsonOf, type Evidence } from './evidence.ts'
import { returnedFields, type ReturnedField } from './response/returned-fields.ts'

/** The resource after a request. It comes from the response or from a later read. */
export interface View {
  readonly name: 'the response' | 'a later read'
  readonly body: Json | undefined
  /** The request fields that the resource should contain with their sent values. */
  readonly fields: readonly ReturnedField[]
}

/**
 * Returns the resource as the response shows it, and as a later read shows it. The body is undefined for a view that is
 * missing. Cached, because several rules compare the same views.
 */
export const viewsOf = computeOnce((evidence: Evidence): readonly View[] => {
  const { readBy, later } = evidence.execution
  const shown = readBy === undefined ? evidence.mediaType?.schema : resourceSchema(readBy)
  return [
    { name: 'the response', body: jsonOf(evidence), fields: returnedFields(evidence, evidence.mediaType?.schema) },
    { name: 'a later read', body: later?.subject ?? undefined, fields: returnedFields(evidence, shown) },
  ]
})
