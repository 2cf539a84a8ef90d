import { childOf } from '../../../document/document.ts'
import type { Check, Fault } from '../../check.ts'

const OURS = 'https://json-schema.org/draft/2020-12/schema'
const BASE = 'https://spec.openapis.org/oas/3.1/dialect/base'

export const dialectIsDeclared: Check = {
  id: 'dialect_is_declared',
  title: 'the dialect of the schemas is declared',
  why: 'Without it Prism reads them as draft-07, other tools as 2020-12.',
  level: 'error',
  check({ document, isAnnotated }): readonly Fault[] {
    if (document.openapi.startsWith('3.0')) return []
    const { address, value } = document.root
    const dialect = value['jsonSchemaDialect']
    const level = isAnnotated ? 'error' : 'warning'
    const next = `say jsonSchemaDialect: ${OURS}`
    if (dialect === undefined) {
      return [
        { address: childOf(address, 'openapi'), level, message: 'the document declares no `jsonSchemaDialect`', next },
      ]
    }
    if (dialect === OURS || dialect === BASE) return []
    const message = `schemas are judged as ${OURS}, which is not the dialect that is declared`
    return [{ address: childOf(address, 'jsonSchemaDialect'), level, message, next }]
  },
}
