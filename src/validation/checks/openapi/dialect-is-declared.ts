import { childOf } from '../../../document/document.ts'
import { isObject, type Json } from '../../../json.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

const SUPPORTED = 'https://json-schema.org/draft/2020-12/schema'
/**
 * Matches the JSON Schema dialects that OpenAPI defines. The gate supports all keywords of these dialects. OpenAPI
 * 3.1.1 §4.8.24.5, OpenAPI 3.2.0 §4.24.7.
 */
const BASE = /^https:\/\/spec\.openapis\.org\/oas\/3\.(1\/dialect\/base|[12]\/dialect\/[\w-]+)$/

export const dialectIsDeclared: DocumentCheck = {
  id: 'dialect_is_declared',
  title: 'the document must declare the dialect of its schemas',
  why: 'Without `jsonSchemaDialect`, Prism reads schemas as draft-07 and other tools as 2020-12.',
  level: 'error',
  check({ document, isAnnotated, schemas }): readonly DocumentFault[] {
    if (document.openapi.startsWith('3.0')) return []
    const { address, value } = document.root
    const dialect = value['jsonSchemaDialect']
    const level = isAnnotated ? 'error' : 'warning'
    const next = `add jsonSchemaDialect: ${SUPPORTED}`
    const others = schemas.flatMap(({ address: at, value: schema }): DocumentFault[] => {
      const declared = isObject(schema) ? schema['$schema'] : undefined
      if (declared === undefined || isSupported(declared)) return []
      const message = `the schema declares a dialect other than ${SUPPORTED}, the only one that is supported`
      return [{ address: childOf(at, '$schema'), level, message, next: `rewrite the schema for ${SUPPORTED}` }]
    })
    if (dialect === undefined) {
      return [
        ...others,
        { address: childOf(address, 'openapi'), level, message: 'the document declares no `jsonSchemaDialect`', next },
      ]
    }
    if (isSupported(dialect)) return others
    const message = `the document declares a dialect other than ${SUPPORTED}, the only one that is supported`
    return [{ address: childOf(address, 'jsonSchemaDialect'), message, next }, ...others]
  },
}

function isSupported(dialect: Json): boolean {
  return dialect === SUPPORTED || (typeof dialect === 'string' && BASE.test(dialect))
}
