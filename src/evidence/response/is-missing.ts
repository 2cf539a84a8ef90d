import { compileSchema } from '../../schemas/check-value.ts'
import { jsonOf, type Evidence } from '../evidence.ts'

/**
 * True if `at` points to a missing required property or to something inside it. Such a property is reported only by the
 * rule `response_schema_conformance`.
 */
export function isMissing(evidence: Evidence, at: string): boolean {
  const schema = evidence.mediaType?.schema
  const body = jsonOf(evidence)
  if (schema === undefined || body === undefined) return false
  return compileSchema(schema)
    .check(body, 'response')
    .some(({ keyword, at: place }) => keyword.name === 'required' && `${at}/`.startsWith(`${place}/`))
}
