import type { Location } from '../document/location.ts'
import type { Operation } from '../operations/operation.ts'
import { listFaultsToFix } from '../schemas/list-schema-faults.ts'
import type { Schema } from '../schemas/schema.ts'

/** A keyword that cannot be compiled and is not checked. */
export interface NotCompiled {
  readonly definedAt: Location
  readonly message: string
}

/** The keywords that cannot be compiled in the schemas of some operations of one document, each place once. */
export function listNotCompiled(operations: readonly Operation[]): NotCompiled[] {
  const [operation] = operations
  if (operation === undefined) return []
  return listFaultsToFix(operations.flatMap(schemasOf)).map(({ address, message }) => ({
    definedAt: operation.document.locate(address),
    message,
  }))
}

function schemasOf({ parameters, requestBody, responses }: Operation): Schema[] {
  const places = [
    ...parameters,
    ...(requestBody?.content ?? []),
    ...responses.flatMap(({ headers, content }) => [...headers, ...content]),
  ]
  return places.flatMap(({ schema }) => schema ?? [])
}
