import { tokens } from '../document/json-pointer.ts'
import type { Json } from '../json.ts'
import type { Link, Operation } from '../operations/operation.ts'
import type { PathValue } from './path-value.ts'

/**
 * Returns the runtime expressions for a path parameter in the links of an operation, such as `$response.body#/id`.
 * OpenAPI 3.1.1 §4.8.20.
 */
export function linksTo({ responses }: Pick<Operation, 'responses'>, { name, consumers }: PathValue): Json[] {
  return responses
    .flatMap(({ links }) => links)
    .filter((link) => consumers.some((consumer) => leadsTo(link, consumer)))
    .flatMap(({ parameters }) => parameters[`path.${name}`] ?? parameters[name] ?? [])
}

/** True if the link leads to this operation. */
export function leadsTo({ operationId, operationRef }: Link, { id, path, method }: Operation): boolean {
  if (operationId !== undefined) return operationId === id
  const [, of, at] = tokens(operationRef?.slice(operationRef.indexOf('#') + 1) ?? '')
  return of === path && at?.toUpperCase() === method
}
