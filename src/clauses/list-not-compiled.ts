import { childOf, type Address, type Document } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import { isObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { listFaultsToFix } from '../schemas/list-schema-faults.ts'

/** A keyword that the gate cannot check, and its location. */
export interface NotCompiled {
  readonly definedAt: Location
  readonly message: string
  /**
   * Set if a run is inconclusive because the gate does not check this keyword. `error`: the document is wrong.
   * `pattern`: the gate cannot run a `pattern`. Absent if JSON Schema allows tools to ignore the keyword.
   */
  readonly blocks?: 'error' | 'pattern'
}

/**
 * Returns the keywords that the gate cannot check in the schemas of some operations. All operations must belong to one
 * document. Each keyword is listed once.
 */
export function listNotCompiled(operations: readonly Operation[]): NotCompiled[] {
  const [operation] = operations
  if (operation === undefined) return []
  const { document } = operation
  const places = operations.flatMap(placesOf)
  const malformed = new Set(places.flatMap(({ address }) => malformedSchema(document, address) ?? []))
  return [
    ...[...malformed].map((address): NotCompiled => ({
      definedAt: document.locate(address),
      message: '`schema` is not an object or a boolean',
      blocks: 'error',
    })),
    ...listFaultsToFix(places.flatMap(({ schema }) => schema ?? [])).map(
      ({ address, keyword, message, level }): NotCompiled => ({
        definedAt: document.locate(address),
        message,
        ...(level === 'error' ? { blocks: 'error' } : keyword.startsWith('pattern') ? { blocks: 'pattern' } : {}),
      }),
    ),
  ]
}

function placesOf({ parameters, requestBody, responses }: Operation) {
  return [
    ...parameters,
    ...(requestBody?.content ?? []),
    ...responses.flatMap(({ headers, content, isUnreadable }) =>
      isUnreadable === true ? [] : [...headers, ...content],
    ),
  ]
}

/** Returns the address of a schema that is neither an object nor a boolean. */
function malformedSchema(document: Document, address: Address): Address | undefined {
  const { value, address: home } = document.resolve(address)
  const schema = isObject(value) ? value['schema'] : undefined
  return schema === undefined || isObject(schema) || typeof schema === 'boolean' ? undefined : childOf(home, 'schema')
}
