import { compileSchema } from '../schemas/check-value.ts'
import { jsonOf, type Evidence } from './evidence.ts'

/**
 * True if the schema of the response requires a property that the response lacks, and `at` points to this property or
 * into it. The rule `response_schema_conformance` reports such a property, so that other rules need not.
 */
export function isMissing(evidence: Evidence, at: string): boolean {
  const schema = evidence.mediaType?.schema
  const body = jsonOf(evidence)
  if (schema === undefined || body === undefined) return false
  return compileSchema(schema)
    .check(body, 'response')
    .some(({ keyword, at: place }) => keyword.name === 'required' && `${at}/`.startsWith(`${place}/`))
}
