import { childOf, type Address } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { isObject } from '../json.ts'
import { CONSEQUENCE, keywordFault } from './nodes/keyword-fault.ts'
import { reachableSchemas } from './nodes/reachable-schemas.ts'
import type { Schema, SchemaFault } from './schema.ts'

/**
 * Every keyword that cannot be compiled, in a schema and all that it references. Each such keyword is skipped; the
 * other keywords of its schema are still checked.
 */
export function listSchemaFaults(schema: Schema, seen?: Set<Address>): readonly SchemaFault[] {
  return [...reachableSchemas(schema.document, schema, seen)].flatMap(({ address, value }) =>
    Object.entries(isObject(value) ? value : {}).flatMap(([keyword, keywordValue]): SchemaFault[] => {
      const message = keywordFault(schema.document, address, keyword, keywordValue)
      return message === undefined ? [] : [{ address: childOf(address, keyword), keyword, message }]
    }),
  )
}

/**
 * The faults to fix in some schemas and all that they reference, each place once; without keywords that are skipped
 * only because of another one.
 */
export function listFaultsToFix(schemas: readonly Schema[]): readonly SchemaFault[] {
  const seen = new Set<Address>()
  return schemas.flatMap((schema) => listSchemaFaults(schema, seen)).filter(({ message }) => !CONSEQUENCE.test(message))
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
