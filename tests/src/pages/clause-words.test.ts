import { expect, test } from 'vitest'
import { listClauses } from '../../../src/clauses/list-clauses.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { clauseWords } from '../../../src/pages/clause-words.ts'
import { ORDERS } from '../../support/orders-document.ts'

function wordsOf(text: string): string[] {
  return listOperations(documentFromText(text)).flatMap((operation) =>
    listClauses(operation).map((clause) => `${clause.pointer}: ${clauseWords(clause, operation)}`),
  )
}

const SHAPES = `
openapi: 3.1.0
info: { title: Shapes, version: '1' }
paths:
  /shapes:
    get:
      parameters: [{ name: type, in: query, schema: { type: integer, minimum: 1 } }]
      responses:
        '200':
          description: shapes
          content:
            application/json:
              schema:
                type: array
                minItems: 1
                items:
                  type: object
                  required: [type]
                  properties:
                    type: { type: [string, 'null'], enum: [a, b, null] }
                    sides: { oneOf: [{ type: array, items: { type: object, maxProperties: 2 } }, { const: none }] }
                    constructor: { pattern: '^x' }
                  additionalProperties: { multipleOf: 5 }
`

test('the sentence that describes a clause names the field, for each kind of clause', () => {
  expect(wordsOf(ORDERS)).toEqual(
    expect.arrayContaining([
      '/security/key: credentials are required: key',
      '/parameters/id/schema/type: refused unless id is an integer',
      '/parameters/X-Tenant/required: accepted if X-Tenant is sent',
      '/requestBody/required: refused unless it has a body',
      '/requestBody/content/application~1json/schema/minProperties: accepted if the body has at least 1 property',
      '/requestBody/content/application~1json/schema/properties/due/format: refused unless due has the format date-time',
      '/requestBody/content/application~1json/schema/properties/size/enum/small: accepted if size is small',
      '/responses/200: the server responds with 200',
      '/responses/200/headers/X-Revision/required: the header X-Revision is present',
      '/responses/200/x-invariants/echo: the answer is about the order in the path',
      '/responses/409/content/application~1json/schema/required/error: error is present',
      '/x-update/due: an update of due is stored and changes nothing else',
      '/x-update/refused: a refused update changes nothing',
    ]),
  )
})

test('the text of a clause names the right property, even if the property has the name of a keyword, such as `items`', () => {
  const item = '/responses/200/content/application~1json/schema/items'
  expect(wordsOf(SHAPES)).toEqual(
    expect.arrayContaining([
      '/parameters/type/schema/minimum: refused unless type is at least 1',
      '/responses/200/content/application~1json/schema/minItems: the body has at least 1 item',
      `${item}/required/type: [].type is present`,
      `${item}/properties/type/type: [].type is a string or null`,
      `${item}/properties/type/enum/a: [].type can be a`,
      `${item}/properties/type/type/null: [].type can be null`,
      `${item}/properties/sides/oneOf: [].sides matches exactly one schema of \`oneOf\``,
      `${item}/properties/sides/oneOf/0/items/maxProperties: [].sides[] has at most 2 properties`,
      `${item}/properties/constructor/pattern: [].constructor matches the pattern ^x`,
      `${item}/additionalProperties/multipleOf: [].* is a multiple of 5`,
    ]),
  )
})
