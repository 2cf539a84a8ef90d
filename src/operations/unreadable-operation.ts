import type { ContractError } from '../errors.ts'
import { childOf, type Address } from '../document/document.ts'
import { pointer } from '../document/json-pointer.ts'
import { asText, isArray, isObject, type JsonObject } from '../json.ts'
import type { Cursor } from './cursor.ts'
import type { Operation } from './operation.ts'

/**
 * Returns an operation in which a reference has no target. The operation has statuses, but no case can be made for it.
 */
export function unreadableOperation(of: {
  readonly root: Cursor
  readonly address: Address
  readonly value: JsonObject
  readonly path: string
  readonly method: string
  readonly broken: ContractError
}): Operation {
  const { root, address, value, path, method, broken } = of
  const responses = isObject(value['responses']) ? Object.keys(value['responses']) : []
  return {
    document: root.document,
    address,
    pointer: '',
    id: typeof value['operationId'] === 'string' ? value['operationId'] : `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    methodsOnPath: [method.toUpperCase()],
    summary: asText(value['summary']),
    deprecated: value['deprecated'] === true,
    tags: isArray(value['tags']) ? value['tags'].map((tag) => asText(tag)) : [],
    parameters: [],
    ignoredHeaders: [],
    responses: responses
      .filter((status) => !status.startsWith('x-'))
      .map((status) => ({
        address: childOf(address, 'responses', status),
        pointer: `/responses${pointer(status)}`,
        status,
        headers: [],
        content: [],
        links: [],
        invariants: [],
      })),
    security: [],
    scenarios: [],
    states: new Map(),
    unreachableStatuses: new Map(),
    refusals: [],
    transitions: new Map(),
    broken,
  }
}

/**
 * Returns an operation that stands for a whole path. It is used if the `$ref` of the path has no target, because the
 * methods of the path are then unknown.
 */
export function unreadableItem(root: Cursor, path: string, broken: ContractError): Operation {
  const address = childOf(root.address, 'paths', path)
  return { ...unreadableOperation({ root, address, value: {}, path, method: 'any', broken }), id: path }
}
