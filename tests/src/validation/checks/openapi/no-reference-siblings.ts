import type { CheckExample } from '../../list-findings.ts'

const text = `openapi: 3.0.3
info: { title: Orders, version: '1' }
servers: [{ url: 'https://orders.test' }]
security: []
paths:
  /orders:
    get:
      operationId: listOrders
      summary: List orders
      responses:
        '200':
          description: All orders.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Orders'
components:
  schemas:
    Orders: { type: array, nullable: true, items: { type: integer, minimum: 0, exclusiveMinimum: true } }
`

export const noReferenceSiblings: readonly CheckExample[] = [
  { title: 'accepts a $ref without siblings, and `nullable` in a 3.0 document', text, findings: [] },
  {
    title: 'reports a $ref with a sibling key at that key',
    text: text.replace("schemas/Orders'", "schemas/Orders'\n                maxItems: 7"),
    findings: ['warning no_reference_siblings: maxItems: 7'],
  },
]
