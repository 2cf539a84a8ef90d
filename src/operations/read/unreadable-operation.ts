import type { ContractError } from '../../errors.ts'
import { childOf, type Address } from '../../document/document.ts'
import { pointer } from '../../document/json-pointer.ts'
import { asText, isArray, isObject, type JsonObject } from '../../json.ts'
import type { Cursor } from '../cursor.ts'
import type { Operation, Place, Response } from '../operation.ts'

/** Returns an operation that has a broken reference. It has statuses, but no request can be built for it. */
export function unreadableOperation(of: {
  readonly root: Cursor
  readonly address: Address
  readonly value: JsonObject
  readonly path: string
  readonly method: string
  readonly broken: ContractError
}): Operation {
  return { ...emptyOperation(of), broken: of.broken }
}

function emptyOperation(of: {
  readonly root: Cursor
  readonly address: Address
  readonly value: JsonObject
  readonly path: string
  readonly method: string
}): Operation {
  const { root, address, value, path, method } = of
  const responses = isObject(value['responses']) ? Object.keys(value['responses']) : []
  return {
    document: root.document,
    address,
    pointer: '',
    id: typeof value['operationId'] === 'string' ? value['operationId'] : `${method.toLowerCase()} ${path}`,
    method,
    path,
    methodsOnPath: [method],
    summary: asText(value['summary']),
    description: '',
    deprecated: value['deprecated'] === true,
    tags: isArray(value['tags']) ? value['tags'].map((tag) => asText(tag)) : [],
    parameters: [],
    ignoredHeaders: [],
    responses: responses
      .filter((status) => !status.startsWith('x-'))
      .map((status) => {
        const place = { address: childOf(address, 'responses', status), pointer: `/responses${pointer(status)}` }
        return responseWith([], status, place)
      }),
    security: [],
    scenarios: [],
    states: new Map(),
    unreachableStatuses: new Map(),
    refusals: [],
    transitions: new Map(),
    unexercised: [],
  }
}

/** Returns a response that has a broken reference. Only its status is known, so every body is allowed. */
export function unreadableResponse(status: string, place: Place): Response {
  return { ...responseWith([{ ...place, range: '*/*', examples: [] }], status, place), isUnreadable: true }
}

function responseWith(content: Response['content'], status: string, { address, pointer: at }: Place): Response {
  return { address, pointer: at, status, headers: [], content, links: [], invariants: [] }
}

/**
 * Returns one operation for a path with a broken `$ref`. It represents all methods of the path, because they are
 * unknown.
 */
export function unreadableItem(root: Cursor, path: string, broken: ContractError): Operation {
  const address = childOf(root.address, 'paths', path)
  return { ...unreadableOperation({ root, address, value: {}, path, method: 'ANY', broken }), id: path }
}

/**
 * Returns an operation that represents parts of a document for which there are no cases, such as webhooks. Its `id` is
 * the pointer of these parts. No other operation has such an id.
 */
export function operationOfWebhooks(root: Cursor, id: string, unexercised: Operation['unexercised']): Operation {
  const address = id === '#/' ? root.address : root.address + id.slice(1)
  const none = emptyOperation({ root, address, value: {}, path: id, method: 'POST' })
  return { ...none, id, unexercised, isWebhooks: true }
}
