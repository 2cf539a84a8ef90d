import { documentFromText } from '../../src/document/read-document.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import type { Operation } from '../../src/operations/operation.ts'

/** The document of an invented API. It has one operation, a partial update. */
export const ORDERS = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Orders, version: 1.0.0 }
x-states:
  order:
    with: { type: object, properties: { open: { type: boolean, default: true } } }
    gives: { properties: { path: { required: [id] } } }
paths:
  /orders/{id}:
    patch:
      operationId: updateOrder
      x-source: seed
      x-update: partial
      x-scenarios:
        '200': [{ id: base, given: { state: order }, send: { body: { due: '2026-01-08T10:00:00Z' } }, then: { body: { /note: as said } } }]
        '409': [{ id: closed, given: { state: order, with: { open: false } }, send: { body: { note: late } } }]
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: X-Tenant, in: header, required: true, schema: { type: string } }
      security: [{ key: [] }]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              additionalProperties: false
              minProperties: 1
              properties:
                due: { type: string, format: date-time }
                note: { type: [string, 'null'] }
                size: { enum: [small, large] }
      responses:
        '200':
          description: the order
          headers:
            X-Revision: { required: true, schema: { type: integer } }
          x-invariants: [{ id: echo, rule: 'self.id == request.path.id', message: the answer is about the order in the path }]
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
        '400': { $ref: '#/components/responses/Refused' }
        '401': { $ref: '#/components/responses/Refused' }
        '409': { $ref: '#/components/responses/Refused' }
        '500': { $ref: '#/components/responses/Refused' }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  responses:
    Refused:
      description: refused
      content: { application/json: { schema: { type: object, required: [error], properties: { error: { type: string } } } } }
  schemas:
    Order:
      type: object
      required: [id, due, ends, note, updated]
      x-invariants: [{ id: ends-after-due, rule: 'timestamp(self.ends) >= timestamp(self.due)', message: it ends after it is due }]
      properties:
        id: { type: integer }
        due: { type: string, format: date-time }
        ends: { type: string, format: date-time, x-follows: [due] }
        note: { type: [string, 'null'] }
        size: { enum: [small, large] }
        updated: { type: string, format: date-time, x-volatile: true }
`

/** Returns the only operation of the orders document. */
export function ordersOperation(text = ORDERS): Operation {
  const [operation] = listOperations(documentFromText(text, 'orders.yaml'))
  if (operation === undefined) throw new Error('the document has no operation')
  return operation
}
