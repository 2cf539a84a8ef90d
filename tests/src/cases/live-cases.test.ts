import { expect, test } from 'vitest'
import { planCases } from '../../../src/cases/plan-cases.ts'
import type { PlanContext } from '../../../src/cases/plan-context.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { documentFromText } from '../../../src/document/read-document.ts'

const CONTEXT: PlanContext = {
  target: 'live',
  shows: { state: false, auth: 'full' },
  hasStates: false,
  roles: ['partner'],
  parameters: { id: '7', word: 'seven' },
  seed: 1,
  allowDestructive: true,
}

const TEXT = `
openapi: 3.1.0
info: { title: Orders, version: '1' }
paths:
  /orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer, maximum: 100 } }]
    get:
      operationId: getOrder
      parameters: [{ name: find, in: query, schema: { type: string } }, { name: kind, in: query, schema: { enum: [a, b] } }]
      responses: { '200': { description: ok }, '404': { description: unknown } }
    put:
      operationId: putOrder
      responses: { '200': { description: ok }, '201': { description: created }, '404': { description: unknown } }
    delete: { operationId: deleteOrder, responses: { '204': { description: gone } } }
  /words/{word}:
    parameters: [{ name: word, in: path, required: true, schema: { type: string } }]
    get: { operationId: getWord, responses: { '200': { description: ok }, '404': { description: unknown } } }
  /silent/{word}:
    parameters: [{ name: word, in: path, required: true, schema: { type: string } }]
    get: { operationId: getSilent, responses: { '200': { description: ok } } }
  /people/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    patch:
      operationId: changePerson
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                id: { type: integer, readOnly: true }
                role: { enum: [guest, owner], readOnly: true }
                name: { type: string }
                since: { type: string, format: date-time }
                until: { type: string, format: date-time }
      responses: { '200': { description: ok }, '400': { description: bad } }
  /visits:
    post:
      operationId: addVisit
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [minutes, note]
              properties: { minutes: { type: integer }, note: { type: string }, room: { type: string } }
      responses: { '201': { description: ok }, '400': { description: bad } }
`

function plan({ text = TEXT, ...context }: Partial<PlanContext> & { text?: string } = {}) {
  const operations = listOperations(documentFromText(text, 'orders.yaml'))
  return planCases(operations, { ...CONTEXT, ...context }).cases
}

test('one case of a GET sends a valid id that no resource has, even if the document has no 404', () => {
  const unknown = plan().filter(({ maker, path }) => maker === 'unknown' && !/\/(odd|long|large|digits)$/.test(path))
  expect(unknown.map(({ operation, send }) => [operation.id, send.path])).toEqual([
    ['getOrder', { id: expect.any(Number) as number }],
    ['getWord', { word: 'no-such-value-1' }],
    ['getSilent', { word: 'no-such-value-1' }],
  ])
  const id = Number(unknown[0]?.send.path?.['id'])
  expect(id).toBeLessThanOrEqual(100)
  expect(id).not.toBe(7)
  expect(unknown.map(({ expect: { kind } }) => kind)).toEqual(['documented', 'documented', 'documented'])
})

test('if the schema of a path parameter sets no limits, two GET cases send an unusual text and a very long text', () => {
  const unusual = plan().filter(({ maker, path }) => maker === 'unknown' && /\/(odd|long)$/.test(path))
  expect(unusual.map(({ operation, path }) => [operation.id, path.split('/').at(-1)])).toEqual([
    ['getWord', 'odd'],
    ['getWord', 'long'],
    ['getSilent', 'odd'],
    ['getSilent', 'long'],
  ])
})

test('no case on a mock sends an id that no resource has', () => {
  expect(plan({ target: 'mock' }).filter(({ maker }) => maker === 'unknown')).toEqual([])
})

test('a query parameter gets one edge case that its schema allows: a text with quotes, or a negative number', () => {
  const parameters = [
    '{ name: find, in: query, schema: { type: string } }',
    '{ name: kind, in: query, schema: { enum: [a, b] } }',
    '{ name: skip, in: query, schema: { type: integer } }',
    '{ name: page, in: query, schema: { type: integer, minimum: 0 } }',
  ]
  const text = TEXT.replace(/parameters: \[\{ name: find.*/, `parameters: [${parameters.join()}]`)
  const sent = plan({ text }).filter(({ path }) => path.endsWith('/edge-case'))
  expect(sent.flatMap(({ send }) => (send.body === undefined ? [send.query] : []))).toEqual([
    { find: expect.stringContaining('"100 %"') as string },
    { skip: -1 },
  ])
})

test('one case of a live server has quotes in the texts of a body that have no given form', () => {
  const fields = [
    '{ title: { type: string, maxLength: 40 }, note: { type: string, example: New tyres }',
    'code: { type: string, example: A-1 }, short: { type: string, maxLength: 20 }, colour: { enum: [red, blue] }',
    "mail: { type: string, format: email }, plate: { type: string, pattern: '^[a-z]{1,40}$' }, count: { type: integer } }",
  ].join()
  const text = `openapi: 3.1.0
info: { title: Cars, version: '1' }
paths:
  /cars:
    post:
      operationId: addCar
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: ${fields} } } } }
      responses: { '201': { description: ok }, '400': { description: bad } }
`
  const [sent, ...others] = plan({ text }).filter(({ path }) => path.endsWith('/edge-case'))
  expect(others).toEqual([])
  expect(sent?.expect).toEqual({ kind: 'documented' })
  const body = sent?.send.body as Record<string, unknown>
  expect(Object.keys(body)).toHaveLength(8)
  const quoted = Object.entries(body).filter(([, value]) => String(value).includes('"100 %"'))
  expect(quoted.map(([name]) => name)).toEqual(['title', 'note'])
  expect(plan({ text, target: 'mock' }).filter(({ path }) => path.endsWith('/edge-case'))).toEqual([])
})

test('valid requests send all required properties, with and without provider states', () => {
  for (const hasStates of [true, false]) {
    const valid = plan({ hasStates }).filter(({ maker, operation }) => maker === 'valid' && operation.id === 'addVisit')
    expect(valid.length).toBeGreaterThan(1)
    for (const { send } of valid) {
      expect(send.body).toHaveProperty('minutes')
      expect(send.body).toHaveProperty('note')
    }
  }
})

test('a live server is sent updates with each readOnly property except the id of the resource', () => {
  const cases = plan().filter(({ maker }) => maker === 'read-only')
  expect(cases.map(({ send, expect: { kind } }) => [(send.body as { role: string }).role, kind])).toEqual([
    ['guest', 'documented'],
    ['owner', 'documented'],
  ])
  expect(plan({ target: 'mock' }).filter(({ maker }) => maker === 'read-only')).toEqual([])
})

test('one valid update sends the same instants as another valid update, but with other UTC offsets', () => {
  const [body] = plan()
    .filter(({ path }) => path === 'changePerson/valid/body/other-offsets')
    .map(({ send }) => send.body as { since: string; until: string })
  const [plain] = plan()
    .filter(({ path }) => path === 'changePerson/valid/body/all-members')
    .map(({ send }) => send.body as { since: string; until: string })
  expect([body?.since.slice(-6), body?.until.slice(-6)]).toEqual(['+05:30', '-03:00'])
  expect([body?.since, body?.until].map((text) => Date.parse(text ?? ''))).toEqual(
    [plain?.since, plain?.until].map((text) => Date.parse(text ?? '')),
  )
})

/**
 * A document with an update that needs `If-Match`. Some of its number properties allow fractions, the others do not.
 */
const PRICES = `
openapi: 3.1.0
info: { title: Prices, version: '1' }
paths:
  /prices/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer }, example: 1 }]
    put:
      operationId: setPrice
      parameters: [{ name: If-Match, in: header, required: true, schema: { type: string } }]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [amount, weight, count]
              properties:
                amount: { type: number, multipleOf: 0.01 }
                weight: { type: number, multipleOf: 0.5 }
                count: { type: number }
      responses: { '200': { description: ok }, '400': { description: bad }, '412': { description: changed } }
`

test('one valid case sends fractions, but only in numbers with a `multipleOf` below 1', () => {
  const sent = plan({ text: PRICES }).find(({ path }) => path === 'setPrice/valid/body/fractions')?.send.body
  expect(sent).toEqual({ amount: 1.01, weight: 1.5, count: 1 })
  expect(plan({ text: PRICES, target: 'mock' }).some(({ path }) => path.endsWith('/fractions'))).toBe(false)
})

test('if 412 is documented, an update that needs `If-Match` is also sent with the ETag of another version', () => {
  const others = (text: string): string[] =>
    plan({ text }).flatMap(({ path, send }) =>
      path.endsWith('/other-version') ? [String(send.headers?.['If-Match'])] : [],
    )
  expect(others(PRICES)).toEqual(['"contract-gate-unknown"'])
  expect(others(PRICES.replace("'412'", "'409'"))).toEqual([])
})

/** A document with one operation, whose fields have several kinds of negative cases. */
const ROOMS = `
openapi: 3.1.0
info: { title: Rooms, version: '1' }
paths:
  /rooms/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    patch:
      operationId: changeRoom
      x-update: partial
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              minProperties: 1
              properties:
                name: { type: string }
                kind: { type: string, enum: [single, double] }
                floor: { type: integer }
              dependentRequired: { floor: [name] }
            example: { name: East }
      responses: { '200': { description: ok }, '400': { description: bad } }
`

/** Returns the negative cases of two fields of a room, each with its body. */
function negativesOfRoom(text: string): string[] {
  return planCases(listOperations(documentFromText(text, 'rooms.yaml')), CONTEXT)
    .cases.filter(({ path }) => /negative\/body\/properties\/(?:kind|floor)/.test(path))
    .map(({ path, send }) => `${path.split('/properties/')[1]} ${JSON.stringify(send.body)}`)
}

test('for each field of a partial update, one negative case sends the invalid field alone, if the schema allows that', () => {
  expect(negativesOfRoom(ROOMS)).toEqual([
    'kind/type/null {"name":"East","kind":null}',
    'kind/type/number {"kind":12}',
    'kind/enum/outside {"kind":"single_x"}',
    'kind/enum/case {"name":"East","kind":"SINGLE"}',
    'floor/type/null {"name":"East","floor":null}',
    'floor/type/fraction {"name":"East","floor":1.5}',
    'floor/type/string {"name":"East","floor":"1"}',
  ])
})

test('a negative case is not sent if its source is `open`, which means that the document promises no refusal', () => {
  const open = ROOMS.replace('floor: { type: integer }', 'floor: { type: integer, x-source: { type/null: open } }')
  expect(negativesOfRoom(open)).toEqual(negativesOfRoom(ROOMS).filter((each) => !each.startsWith('floor/type/null')))
})
