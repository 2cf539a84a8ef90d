import { childOf } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { isObject } from '../json.ts'
import { keywordFault } from './parts/keyword-fault.ts'
import { reachableSchemas } from './parts/reachable-schemas.ts'
import type { Schema, SchemaFault } from './schema.ts'

/**
 * Every keyword that cannot be compiled, in a schema and all that it leads to. Never throws. Each such keyword is left
 * out of every judgement, alone: the others of its schema are still checked.
 */
export function listSchemaFaults(schema: Schema): readonly SchemaFault[] {
  return [...reachableSchemas(schema.document, schema)].flatMap(({ address, value }) =>
    Object.entries(isObject(value) ? value : {}).flatMap(([keyword, asks]): SchemaFault[] => {
      const message = keywordFault(schema.document, address, keyword, asks)
      return message === undefined ? [] : [{ address: childOf(address, keyword), keyword, message }]
    }),
  )
}

/** Throws `schema-not-compilable` for the first keyword that cannot be compiled. */
export function assertCompilable(schema: Schema): void {
  const [fault] = listSchemaFaults(schema)
  if (fault === undefined) return
  const { file, line, column } = schema.document.locate(fault.address)
  throw new ContractError('schema-not-compilable', {
    what: fault.message,
    where: `${file}:${line}:${column} ${fault.address.slice(fault.address.indexOf('#') + 1)}`,
  })
}
