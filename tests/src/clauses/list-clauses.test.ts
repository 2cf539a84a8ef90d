import { describe, expect, test } from 'vitest'
import type { Clause } from '../../../src/clauses/clause.ts'
import { clauseId, listClauses, sourceOfPart } from '../../../src/clauses/list-clauses.ts'
import { ordersOperation } from '../../support/orders-document.ts'

/** A small document. A test checks the line on which each of its clauses is defined. */
const SMALL = `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, x-source: vendor-docs, schema: { type: integer } }
    put:
      operationId: changeOrder
      x-source: { '*': seed, security: vendor-docs, x-update/refused: { is: assumed, because: nobody says } }
      x-update: partial
      security: [{ key: [] }]
      requestBody:
        required: true
        x-source: { required: assumed }
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Change' }
      responses:
        '200':
          description: the order
          x-source: { x-invariants/same: assumed }
          x-invariants:
            - { id: same, rule: 'self.id == request.path.id', message: the same }
            - { id: small, rule: 'self.id < 9', message: small }
          content:
            application/json: { schema: { $ref: '#/components/schemas/Order' } }
        '404': { $ref: '#/components/responses/Gone' }
        '409': { $ref: '#/components/responses/Gone' }
      x-scenarios:
        '200': [{ id: base, send: { body: { note: a } } }]
        '409': { unreachable: { on: [live], because: nobody can ask for it } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
  responses:
    Gone:
      description: gone
      x-source: assumed
      content:
        application/json: { schema: { $ref: '#/components/schemas/Problem' } }
  schemas:
    Problem: { type: object, properties: { text: { type: string, enum: [gone, taken] } } }
    Change:
      type: object
      additionalProperties: false
      x-source:
        '*': vendor-docs
        properties: vendor-docs
        properties/note/maxLength: seed
        additionalProperties: { is: assumed, because: no page says it }
      properties:
        note: { type: string, maxLength: 9 }
        due:
          type: string
          format: date-time
          x-source: { format: assumed, format/naive: seed, type/null: { is: assumed, because: no null was seen } }
    Order:
      type: object
      required: [id, state]
      x-source: { '*': vendor-docs, properties: vendor-docs, required: assumed, required/id: seed }
      x-unreachable: { properties/id/maximum: { on: [mock], because: no example is that large } }
      properties:
        id: { type: integer, maximum: 99 }
        state: { $ref: '#/components/schemas/State' }
        colour:
          $ref: '#/components/schemas/Colour'
          x-source: { enum/blue: seed }
    State:
      type: [string, 'null']
      enum: [open, done, null]
      x-source: seed
      x-unreachable: { enum/done: { on: [sandbox, live], because: it is never shown }, type/null: { on: [mock], because: rare } }
    Colour: { enum: [red, blue], x-source: { '*': vendor-docs, enum: assumed } }
`
const operation = ordersOperation(SMALL)
const clauses = listClauses(operation)
const short = (text: string): string =>
  text
    .replaceAll('/content/application~1json/schema', '…')
    .replaceAll('/requestBody', 'body')
    .replaceAll('/responses/', '')
const byShortId = new Map(clauses.map((clause) => [short(clause.id.slice('changeOrder'.length)), clause]))

function clause(id: string): Clause {
  const found = byShortId.get(id)
  if (found === undefined) throw new Error(`there is no clause ${id} in\n${[...byShortId.keys()].join('\n')}`)
  return found
}

test('the clauses of an operation are listed in document order, and their ids have names instead of array indexes', () => {
  expect([...byShortId.keys()].join('\n')).toMatchInlineSnapshot(`
    "/security/key
    /parameters/id/required:accepts
    /parameters/id/schema/type:accepts
    /parameters/id/schema/type:refuses
    body/required:accepts
    body/required:refuses
    body/content:accepts
    body/content:refuses
    body/content/application~1json:accepts
    body/content/application~1json:refuses
    body…/type:accepts
    body…/type:refuses
    body…/properties/note/type:accepts
    body…/properties/note/type:refuses
    body…/properties/note/maxLength:accepts
    body…/properties/note/maxLength:refuses
    body…/properties/due/type:accepts
    body…/properties/due/type:refuses
    body…/properties/due/format:accepts
    body…/properties/due/format:refuses
    body…/additionalProperties:accepts
    body…/additionalProperties:refuses
    200
    200/content/application~1json
    200…/type
    200…/required/id
    200…/required/state
    200…/properties/id/type
    200…/properties/id/maximum
    200…/properties/state/type
    200…/properties/state/enum
    200…/properties/colour/enum
    200…/properties/state/type/null
    200…/properties/state/enum/open
    200…/properties/state/enum/done
    200…/properties/colour/enum/red
    200…/properties/colour/enum/blue
    404
    404/content/application~1json
    404…/type
    404…/properties/text/type
    404…/properties/text/enum
    404…/properties/text/enum/gone
    404…/properties/text/enum/taken
    409
    409/content/application~1json
    409…/type
    409…/properties/text/type
    409…/properties/text/enum
    409…/properties/text/enum/gone
    409…/properties/text/enum/taken
    200/x-invariants/same
    200/x-invariants/small
    /x-update/note
    /x-update/due
    /x-update/refused"
  `)
})

test('a clause id consists of the operation, the pointer, and `accepts` or `refuses`', () => {
  expect(clauseId({ id: 'changeOrder' }, '/responses/200')).toBe('changeOrder/responses/200')
  expect(clauseId({ id: 'changeOrder' }, '/requestBody/required', 'refuses')).toBe(
    'changeOrder/requestBody/required:refuses',
  )
  expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length)
})

test.each([
  ['/security/key', 'security: [{ key: [] }]'],
  ['/parameters/id/required:accepts', '- { name: id, in: path, required: true'],
  ['body/required:refuses', '        required: true'],
  ['body…/properties/note/maxLength:accepts', 'note: { type: string, maxLength: 9 }'],
  ['body…/properties/due/format:refuses', '          format: date-time'],
  ['200', "'200':"],
  ['200/x-invariants/same', '- { id: same'],
  ['200/x-invariants/small', '- { id: small'],
  ['200…/required/state', 'required: [id, state]'],
  ['200…/properties/id/maximum', 'id: { type: integer, maximum: 99 }'],
  ['200…/properties/state/enum/done', 'enum: [open, done, null]'],
  ['404', '    Gone:'],
  ['404…/properties/text/enum/gone', 'Problem: { type: object'],
  ['/x-update/refused', 'x-update: partial'],
])('the clause %s is defined on the line that contains %s', (id, text) => {
  const { file, line, column } = clause(id).definedAt
  expect(file).toBe('orders.yaml')
  const found = SMALL.split('\n')[line - 1] ?? ''
  expect(found).toContain(text)
  expect(found.slice(column - 1)).toMatch(/^\S/)
})

test('a component that two statuses use yields one clause for each status; both clauses point to the same definition', () => {
  const [one, other] = [clause('404…/properties/text/enum'), clause('409…/properties/text/enum')]
  expect(one.id).not.toBe(other.id)
  expect(one.definedAt).toEqual(other.definedAt)
  expect([one.status, other.status]).toEqual(['404', '409'])
})

describe('the source of a clause', () => {
  test.each<[string, string, string]>([
    ['/security/key', 'vendor-docs', 'a key in x-source of the operation matches the clause'],
    ['/parameters/id/required:accepts', 'vendor-docs', 'a parameter of the path item has its own x-source'],
    ['body/required:refuses', 'assumed', 'a key of the nearest object matches the clause'],
    ['body/content:refuses', 'seed', 'no key of the nearest object matches, and the next object has the key *'],
    ['body…/properties/note/maxLength:accepts', 'seed', 'a key is the pointer from the component to the clause'],
    [
      'body…/properties/note/type:refuses',
      'vendor-docs',
      'an object above the keyword in the same component has x-source',
    ],
    ['body…/additionalProperties:refuses', 'assumed', 'the entry is an object with a reason'],
    ['body…/properties/due/format:refuses', 'assumed', 'the schema of the keyword has a key for the keyword'],
    ['body…/properties/due/type:refuses', 'vendor-docs', 'an x-source without a matching key is skipped'],
    ['200', 'seed', 'nothing nearer than the operation has x-source'],
    ['200…/required/id', 'seed', 'a key with keyword and name wins over a key with the keyword'],
    ['200…/required/state', 'assumed', 'a key with the keyword wins over the key *'],
    [
      '200…/properties/state/enum/open',
      'seed',
      'the component that contains the keyword wins over the component that refers to it',
    ],
    ['200…/properties/colour/enum/red', 'assumed', 'the component that contains the keyword has a key for it'],
    ['200/x-invariants/same', 'assumed', 'a key is the id of an invariant'],
    ['200/x-invariants/small', 'seed', 'no key is the id of the invariant'],
    ['404…/properties/text/type', 'assumed', 'the component has no x-source, but the object that refers to it has'],
    ['404', 'assumed', 'the referenced response has its own x-source'],
    ['/x-update/refused', 'assumed', 'a key is the name of an update clause'],
    ['/x-update/note', 'seed', 'no key is the name of the update clause'],
  ])('of %s is %s, because %s', (id, source) => {
    expect(clause(id).source).toBe(source)
  })

  test('includes the reason that the document gives', () => {
    expect(clause('body…/additionalProperties:refuses').because).toBe('no page says it')
    expect(clause('/x-update/refused').because).toBe('nobody says')
    expect(clause('200').because).toBeUndefined()
  })

  test('is `unstated` if the document has no x-source', () => {
    const silent = ordersOperation(SMALL.replaceAll('x-source:', 'x-said:'))
    expect(new Set(listClauses(silent).map(({ source }) => source))).toEqual(new Set(['unstated']))
  })

  test.each([
    ['naive', 'format', 'seed'],
    ['february-30', 'format', 'assumed'],
    ['null', 'type', 'assumed'],
    ['number', 'type', 'vendor-docs'],
  ])('can differ for a single negative case: for the case %s of the keyword %s it is %s', (name, keyword, source) => {
    const pointer = `/requestBody/content/application~1json/schema/properties/due/${keyword}`
    expect(sourceOfPart(operation, pointer, name)).toBe(source)
  })
})

describe('the targets that cannot exercise a clause', () => {
  test.each<[string, { on: string; because: string }[]]>([
    ['200…/properties/id/maximum', [{ on: 'mock', because: 'no example is that large' }]],
    ['200…/properties/id/type', []],
    [
      '200…/properties/state/enum/done',
      [
        { on: 'sandbox', because: 'it is never shown' },
        { on: 'live', because: 'it is never shown' },
      ],
    ],
    ['200…/properties/state/enum/open', []],
    ['200…/properties/state/enum', []],
    ['200…/properties/state/type/null', [{ on: 'mock', because: 'rare' }]],
    ['200…/properties/state/type', []],
    ['409', [{ on: 'live', because: 'nobody can ask for it' }]],
    ['409…/properties/text/enum/taken', [{ on: 'live', because: 'nobody can ask for it' }]],
    ['404…/properties/text/enum/taken', []],
  ])('are read from x-unreachable for the clause %s', (id, unreachable) => {
    expect(clause(id).unreachable).toEqual(unreachable)
  })
})
