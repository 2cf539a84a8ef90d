import { childOf } from '../../../document/document.ts'
import { isObject } from '../../../json.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

const OURS = 'https://json-schema.org/draft/2020-12/schema'
const BASE = 'https://spec.openapis.org/oas/3.1/dialect/base'

export const dialectIsDeclared: DocumentCheck = {
  id: 'dialect_is_declared',
  title: 'the dialect of the schemas is declared',
  why: 'Without it Prism reads them as draft-07, other tools as 2020-12.',
  level: 'error',
  check({ document, isAnnotated, schemas }): readonly DocumentFault[] {
    if (document.openapi.startsWith('3.0')) return []
    const { address, value } = document.root
    const dialect = value['jsonSchemaDialect']
    const level = isAnnotated ? 'error' : 'warning'
    const next = `say jsonSchemaDialect: ${OURS}`
    const others = schemas.flatMap(({ address: at, value: schema }): DocumentFault[] => {
      const own = isObject(schema) ? schema['$schema'] : undefined
      if (own === undefined || own === OURS || own === BASE) return []
      const message = `the schema is judged as ${OURS}, which is not the dialect that it declares`
      return [{ address: childOf(at, '$schema'), level, message, next: `write it for ${OURS}` }]
    })
    if (dialect === undefined) {
      return [
        ...others,
        { address: childOf(address, 'openapi'), level, message: 'the document declares no `jsonSchemaDialect`', next },
      ]
    }
    if (dialect === OURS || dialect === BASE) return others
    const message = `schemas are judged as ${OURS}, which is not the dialect that is declared`
    return [{ address: childOf(address, 'jsonSchemaDialect'), level, message, next }, ...others]
  },
}
