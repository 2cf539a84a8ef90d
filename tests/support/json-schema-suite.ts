import { readFileSync } from 'node:fs'
import { documentFromText } from '../../src/document/read-document.ts'
import type { FormatUse } from '../../src/document/document.ts'
import { isObject, parseJson, stringifyJson, type Json } from '../../src/json.ts'
import type { Schema } from '../../src/schemas/schema.ts'

/** A schema of the JSON-Schema-Test-Suite, with the tests for it. */
export interface SuiteGroup {
  readonly file: string
  readonly description: string
  readonly schema: Json
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[]
}

/** Returns the groups of tests in one part of the suite. In the fixture file, each line is one group. */
export function suiteGroups(part: 'core' | 'optional' | 'format'): SuiteGroup[] {
  const text = readFileSync(`tests/fixtures/json-schema-2020-12/${part}.jsonl`, 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => parseJson(line) as unknown as SuiteGroup)
}

const META_SCHEMA = 'https://json-schema.org/draft/2020-12/'
const META_SCHEMAS = [
  'schema',
  ...'core applicator unevaluated validation meta-data format-annotation content'
    .split(' ')
    .map((each) => `meta/${each}`),
]

/**
 * Returns the schema of a group, as a component of a document. A schema without `$id` gets one, so that `#` refers to
 * the schema and not to the document.
 */
export function schemaOfGroup({ schema }: SuiteGroup, formats: FormatUse): Schema {
  const own =
    isObject(schema) && schema['$id'] === undefined ? { $id: 'https://example.com/subject', ...schema } : schema
  const usesMeta = stringifyJson(schema).includes(META_SCHEMA)
  const metas = usesMeta ? META_SCHEMAS.map((name, index) => [`Meta${index}`, metaSchema(name)] as const) : []
  const document = documentFromText(
    stringifyJson({
      openapi: '3.1.0',
      info: { title: 'Suite', version: '1' },
      paths: {},
      components: { schemas: { ...Object.fromEntries(metas), Subject: own } },
    }),
    'suite.json',
    formats,
  )
  const address = `${document.root.address}/components/schemas/Subject`
  return { document, address, pointer: '', value: own as Schema['value'] }
}

function metaSchema(name: string): Json {
  return JSON.parse(readFileSync(`node_modules/ajv/dist/refs/json-schema-2020-12/${name}.json`, 'utf8')) as Json
}
