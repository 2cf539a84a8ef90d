import { contractOf } from '../../src/evidence/contract.ts'
import type { Execution } from '../../src/evidence/execution.ts'
import type { JsonObject } from '../../src/json.ts'
import type { Operation } from '../../src/operations/operation.ts'
import { judge } from '../../src/verdicts/judge.ts'
import { documentFromText } from '../../src/document/read-document.ts'
import { listOperations } from '../../src/operations/list-operations.ts'

const ok =
  "{ '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }, '204': { description: done }, '201': { $ref: '#/components/responses/Order' }, '202': { description: later }, '400': { description: refused } }"
const body = (type: string): string =>
  `requestBody: { required: true, content: { ${type}: { schema: { $ref: '#/components/schemas/Order' } } } }`

/** A document without `x-` annotations. It has one resource with GET, PUT, PATCH and DELETE. */
export const PLAIN_ORDERS = `
openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getOrder, responses: ${ok} }
    put: { operationId: putOrder, ${body('application/json')}, responses: ${ok} }
    patch: { operationId: patchOrder, ${body('application/json')}, responses: ${ok} }
    delete: { operationId: deleteOrder, responses: ${ok} }
  /merged-orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getMerged, responses: ${ok} }
    patch: { operationId: mergeOrder, ${body('application/merge-patch+json')}, responses: ${ok} }
  /orders:
    post: { operationId: addOrder, ${body('application/json')}, responses: ${ok} }
components:
  responses:
    Order: { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
  schemas:
    Order:
      type: object
      properties:
        id: { type: integer, readOnly: true }
        state: { enum: [open, paid], readOnly: true }
        note: { type: [string, 'null'] }
        due: { type: string, format: date-time }
        count: { type: integer }
        colour: { type: [string, 'null'], default: blue }
        weight: { type: integer, description: Limited to 500. }
        size: { type: string, enum: [small, large] }
        payment_status: { type: string, enum: [due, paid] }
        day: { type: string, format: date }
        buyer_key: { type: string, format: uuid }
        link: { type: string, format: uri }
        urgent: { type: boolean }
        updatedAt: { type: string, format: date-time, readOnly: true }
        links: { type: object, additionalProperties: { type: string } }
        buyer: { $ref: '#/components/schemas/Buyer' }
        tags: { type: array, items: { type: string } }
    Buyer:
      type: object
      properties:
        name: { type: [string, 'null'] }
        score: { type: integer, readOnly: true }
        address: { type: object, properties: { city: { type: string }, zip: { type: string } } }
        phones: { type: array, items: { type: object, properties: { kind: { type: string }, number: { type: string } } } }
`

const operations = listOperations(documentFromText(PLAIN_ORDERS, 'orders.yaml'))

/** Returns the operation of `PLAIN_ORDERS` with this id. */
export function plainOperation(id: string): Operation {
  const found = operations.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no operation ${id}`)
  return found
}

/** The stored order before each write. */
export const STORED: JsonObject = {
  id: 7,
  state: 'open',
  note: 'ring twice',
  due: '2026-01-07T10:00:00Z',
  count: 1,
  urgent: true,
  tags: ['a', 'b'],
}

/** A write request, its response, and the order that a GET returned before and after the write. */
export interface Write {
  readonly sent?: JsonObject
  readonly status?: number
  /** The body of the response to the write. Default: no body. */
  readonly shown?: JsonObject
  /**
   * The order that a GET returned before the write. Absent if the order was not read. `later` is the order that a GET
   * returned after the write.
   */
  readonly before?: JsonObject
  readonly later?: JsonObject | null
  /** The values that earlier requests sent for the properties of this order. */
  readonly sentBefore?: JsonObject
  readonly expect?: Execution['case']['expect']
  /** The header `Date` of the response. Default: no such header. */
  readonly date?: string
}

/** Judges one write. Returns level, rule and place of each finding. */
export function foundIn(id: string, write: Write): string[] {
  const { sent, status = 200, shown, before, later, sentBefore, expect, date } = write
  const operation = plainOperation(id)
  const execution: Execution = {
    case: {
      path: `${id}/test`,
      operation,
      maker: 'test',
      title: 'does what it should',
      as: 'partner',
      send: {},
      expect: expect ?? { kind: 'accepted' },
      proves: [],
    },
    target: { name: 'live', shows: { state: false, auth: 'full' } },
    sent: { path: { id: 7 }, query: {}, headers: {}, ...(sent === undefined ? {} : { body: sent }) },
    exchange: {
      request: {
        method: operation.method,
        target: '/orders/7',
        headers: [['Content-Type', operation.requestBody?.content[0]?.range ?? '']],
      },
      answer: {
        status,
        headers: [
          ...(date === undefined ? [] : [['date', date] as const]),
          ...(shown === undefined ? [] : [['content-type', 'application/json'] as const]),
        ],
        body: Buffer.from(shown === undefined ? '' : JSON.stringify(shown)),
      },
      sentAt: '2026-01-05T09:00:01Z',
      milliseconds: 1,
    },
    ...(before === undefined
      ? {}
      : {
          readBy: plainOperation(id === 'mergeOrder' ? 'getMerged' : 'getOrder'),
          before: { subject: before, bystander: null },
          ...(sentBefore === undefined ? {} : { sentBefore }),
          ...(later === undefined ? {} : { later: { subject: later, bystander: null } }),
        }),
  }
  return judge(contractOf(operation), execution).findings.map(({ level, rule, at }) => `${level} ${rule} ${at}`.trim())
}
