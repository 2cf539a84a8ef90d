import type { Case } from '../../../src/cases/case.ts'
import type { Operation, Response } from '../../../src/operations/operation.ts'
import { readDocument } from '../../../src/document/read-document.ts'

const file = new URL('../../fixtures/targets/mock/orders.yaml', import.meta.url)

/** Returns the operation `updateOrder` of the fixture `orders.yaml`. `more` replaces properties. */
export function orderOperation(more: Partial<Operation> = {}): Operation {
  const document = readDocument(file.pathname)
  const at = { address: `${document.root.address}/paths/~1orders~1{orderId}/put`, pointer: '' }
  const response = (status: string): Response => ({
    ...at,
    status,
    headers: [],
    content: [],
    links: [],
    invariants: [],
  })
  return {
    ...at,
    document,
    id: 'updateOrder',
    method: 'PUT',
    path: '/orders/{orderId}',
    methodsOnPath: ['PUT'],
    summary: '',
    description: '',
    tags: [],
    deprecated: false,
    parameters: [parameter('orderId', 'path', 'simple')],
    requestBody: { ...at, required: true, content: [{ ...at, range: 'application/json', examples: [] }] },
    responses: ['200', '400', '409', '4XX', 'default'].map(response),
    security: [],
    scenarios: [],
    states: new Map(),
    unreachableStatuses: new Map(),
    refusals: [],
    transitions: new Map(),
    unexercised: [],
    ignoredHeaders: [],
    ...more,
  }
}

/** Returns a complete parameter of an operation. `more` replaces some of its properties. */
export function parameter(
  name: string,
  place: 'path' | 'query' | 'header' | 'cookie',
  style: string,
  more: Partial<Operation['parameters'][number]> = {},
): Operation['parameters'][number] {
  return {
    name,
    in: place,
    required: true,
    style,
    explode: style === 'form',
    allowReserved: false,
    examples: [],
    isServerData: false,
    address: '',
    pointer: '',
    ...more,
  }
}

/**
 * Returns a case of the operation `updateOrder`. `more` replaces properties of the case, and `operation` replaces
 * properties of its operation.
 */
export function orderCase(more: Partial<Case>, operation: Partial<Operation> = {}): Case {
  return {
    path: 'updateOrder/test',
    operation: orderOperation(operation),
    maker: 'test',
    title: 'a test',
    as: 'partner',
    send: {},
    expect: { kind: 'accepted' },
    proves: [],
    ...more,
  }
}
