import type { Json } from '../../json.ts'
import type { SchemaFormat } from './format.ts'

/**
 * Formats that allow every value. They are in the OpenAPI format registry or in JSON Schema 2020-12 Validation §7.3;
 * only `url` is in neither of the two, but it is common.
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
