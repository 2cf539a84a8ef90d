import { compileSchema } from '../../schemas/check-value.ts'
import { jsonOf, type Evidence } from '../evidence.ts'

/**
 * True if the response lacks a required property, and `at` points to this property or below it. The rule
 * `response_schema_conformance` reports the missing property, so other rules need not report it.
 */
export function isMissing(evidence: Evidence, at: string): boolean {
  const schema = evidence.mediaType?.schema
  const body = jsonOf(evidence)
  if (schema === undefined || body === undefined) return false
  return compileSchema(schema)
    .check(body, 'response')
    .some(({ keyword, at: place }) => keyword.name === 'required' && `${at}/`.startsWith(`${place}/`))
}
