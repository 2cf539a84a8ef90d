import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { responseFor, type Operation } from '../../../src/operations/operation.ts'

function operationsOf(paths: string, rest = ''): readonly Operation[] {
  return listOperations(documentFromText(`openapi: 3.1.0\npaths:\n${paths}\n${rest}`, 'orders.yaml'))
}

function theOperation(paths: string, rest = ''): Operation {
  const [operation] = operationsOf(paths, rest)
  if (operation === undefined) throw new Error('no operation')
  return operation
}

test('operations are listed by path in document order; the methods of a path are in the order of the OpenAPI specification', () => {
  const operations = operationsOf(`
  /b: { post: { operationId: makeB }, get: {} }
  /a: { patch: { operationId: changeA, deprecated: true, summary: Change }, x-internal: { get: {} } }
  x-old: { get: {} }`)
  expect(operations.map(({ id, method, path, methodsOnPath }) => [id, method, path, methodsOnPath])).toEqual([
    ['get /b', 'GET', '/b', ['GET', 'POST']],
    ['makeB', 'POST', '/b', ['GET', 'POST']],
    ['changeA', 'PATCH', '/a', ['PATCH']],
  ])
  expect(operations[2]).toMatchObject({ deprecated: true, summary: 'Change' })
})

test('a document without paths has no operations', () => {
  expect(listOperations(documentFromText('openapi: 3.1.0\n'))).toEqual([])
})

test('a parameter of an operation overrides the parameter of the path item with the same name and location', () => {
  const { parameters } = theOperation(`
  /a/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: page, in: query, schema: { type: integer } }
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: page, in: header, schema: { type: string } }`)
  expect(parameters.map(({ name, in: place, schema, pointer }) => [name, place, schema?.value, pointer])).toEqual([
    ['id', 'path', { type: 'integer' }, '/parameters/id'],
    ['page', 'query', { type: 'integer' }, '/parameters/query.page'],
    ['page', 'header', { type: 'string' }, '/parameters/header.page'],
  ])
})

test('parameters with the same name in two locations have different pointers', () => {
  const { parameters } = theOperation(`
  /a:
    get:
      parameters: [{ name: id, in: query }, { name: id, in: header }]`)
  expect(parameters.map(({ pointer }) => pointer)).toEqual(['/parameters/query.id', '/parameters/header.id'])
})

test.each<[place: string, style: string, explode: boolean]>([
  ['path', 'simple', false],
  ['query', 'form', true],
  ['header', 'simple', false],
  ['cookie', 'form', true],
])('a parameter in %s has style %s by default', (place, style, explode) => {
  const [parameter] = theOperation(`  /a/{id}: { get: { parameters: [{ name: id, in: ${place} }] } }`).parameters
  expect(parameter).toMatchObject({ style, explode, allowReserved: false, required: place === 'path' })
})

test('an explicit `explode` of a parameter overrides the default', () => {
  const { parameters } = theOperation(`
  /a:
    get:
      parameters:
        - { name: a, in: query, style: deepObject }
        - { name: b, in: query, explode: false, allowReserved: true }`)
  expect(parameters).toMatchObject([
    { style: 'deepObject', explode: false },
    { style: 'form', explode: false, allowReserved: true },
  ])
})

test('header parameters named Accept, Content-Type and Authorization are ignored', () => {
  const { parameters } = theOperation(`
  /a:
    get:
      parameters:
        - { name: Accept, in: header }
        - { name: content-type, in: header }
        - { name: AUTHORIZATION, in: header }
        - { name: authorization, in: query }`)
  expect(parameters.map(({ in: place }) => place)).toEqual(['query'])
})

test('a parameter with `content` has the media type and the schema of its `content`', () => {
  const [parameter] = theOperation(`
  /a:
    get:
      parameters:
        - name: filter
          in: query
          content: { application/json: { schema: { type: object }, example: { a: 1 } } }`).parameters
  expect(parameter).toMatchObject({ contentType: 'application/json', schema: { value: { type: 'object' } } })
  expect(parameter?.examples.map(({ value }) => value)).toEqual([{ a: 1 }])
})

test('the $refs of parameters, bodies, responses, headers and examples are followed', () => {
  const operation = theOperation(
    `
  /a:
    post:
      parameters: [{ $ref: '#/components/parameters/page' }]
      requestBody: { $ref: '#/components/requestBodies/A', description: of no weight }
      responses: { '200': { $ref: '#/components/responses/A' } }`,
    `components:
  parameters: { page: { name: page, in: query, x-server-data: true, schema: { type: integer } } }
  requestBodies: { A: { required: true, content: { application/json: { schema: { type: object } } } } }
  responses:
    A:
      description: A
      headers: { x-request-id: { $ref: '#/components/headers/Id' } }
      content:
        application/json:
          schema: { type: object }
          examples: { one: { $ref: '#/components/examples/one' }, x-two: { value: 2 }, three: { externalValue: three.json } }
  headers: { Id: { required: true, schema: { type: string } } }
  examples: { one: { value: { a: 1 } } }
`,
  )
  expect(operation.parameters).toMatchObject([{ name: 'page', isServerData: true, pointer: '/parameters/page' }])
  expect(operation.requestBody).toMatchObject({ required: true, pointer: '/requestBody' })
  const [response] = operation.responses
  expect(response?.headers).toMatchObject([
    { name: 'x-request-id', required: true, pointer: '/responses/200/headers/x-request-id' },
  ])
  expect(response?.content[0]?.examples.map(({ name, value }) => [name, value])).toEqual([
    ['one', { a: 1 }],
    ['x-two', 2],
  ])
  const [example] = response?.content[0]?.examples ?? []
  expect(example?.address.endsWith('#/components/examples/one/value')).toBe(true)
})

test('an example whose value is null is read', () => {
  const operation = theOperation(`
  /a: { get: { responses: { '200': { content: { application/json: { example: null } } } } } }`)
  expect(operation.responses[0]?.content[0]?.examples.map(({ name, value }) => [name, value])).toEqual([
    ['example', null],
  ])
})

test('the documented response of a status is found first by the exact status, then by range, then by `default`', () => {
  const operation = theOperation(`
  /a: { get: { responses: { '404': {}, 4xx: {}, default: {}, x-more: {} } } }`)
  expect(operation.responses.map(({ status }) => status)).toEqual(['404', '4XX', 'default'])
  const under = (status: number): string | undefined => responseFor(operation, status)?.status
  expect([404, 400, 500].map(under)).toEqual(['404', '4XX', 'default'])
})

test('a response header named Content-Type is ignored', () => {
  const operation = theOperation(`
  /a: { get: { responses: { '200': { headers: { Content-Type: { required: true }, ETag: {} } } } } }`)
  expect(operation.responses[0]?.headers.map(({ name }) => name)).toEqual(['ETag'])
})

test('the target and the parameters of links are read', () => {
  const operation = theOperation(`
  /a:
    post:
      responses:
        '201':
          links: { read: { operationId: readA, parameters: { id: $response.body#/id } }, other: { operationRef: '#/b' } }`)
  expect(operation.responses[0]?.links).toEqual([
    { name: 'read', operationId: 'readA', parameters: { id: '$response.body#/id' } },
    { name: 'other', operationRef: '#/b', parameters: {} },
  ])
})
