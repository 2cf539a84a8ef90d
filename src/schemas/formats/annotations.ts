import type { Json } from '../../json.ts'
import type { SchemaFormat } from './format.ts'

/**
 * Formats that restrict no values. Their sources are the OpenAPI format registry and JSON Schema 2020-12 Validation
 * §7.3. `url` is in neither, but is common.
 */
export const ANNOTATION_FORMATS: readonly SchemaFormat[] = [
  row('binary', ['abc']),
  row('double', []),
  row('float', []),
  row('idn-email', ['alex@example.com']),
  row('idn-hostname', ['example.com']),
  row('iri', ['https://example.com/a']),
  row('iri-reference', ['/a/b']),
  row('url', ['https://example.com/a']),
  row('password', ['correct horse battery']),
]

function row(name: string, samples: readonly Json[]): SchemaFormat {
  return { name, appliesTo: 'string', samples }
}
