import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listClauses } from '../../../src/clauses/list-clauses.ts'
import { listOperations, webhooksOperation } from '../../../src/operations/list-operations.ts'
import { readDocument } from '../../../src/document/read-document.ts'
import { folderWith } from '../../support/in-folder.ts'

const text = `openapi: 3.2.0
$self: https://fleas.test/api/openapi
info: { title: Fleas, version: '1' }
servers: [{ url: /v1, name: circus }]
tags: [{ name: nav, kind: nav }, { name: jumps, parent: nav }]
paths:
  /fleas:
    query:
      operationId: queryFleas
      parameters: [{ in: querystring, name: q, content: { application/json: { schema: { type: object } } } }]
      responses: { '200': { content: { application/jsonl: { $ref: 'https://fleas.test/api/openapi#/components/mediaTypes/Fleas' } } } }
    additionalOperations:
      Copy: { operationId: copyFleas, responses: { '201': { summary: copied } } }
components:
  mediaTypes:
    Fleas:
      itemSchema: { type: object, properties: { legs: { type: integer } } }
      examples: { one: { dataValue: [{ legs: 6 }], serializedValue: '{"legs":6}' } }
  securitySchemes:
    old: { type: oauth2, deprecated: true, flows: { deviceAuthorization: { deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {} } } }
`
const document = documentFromText(text, 'fleas.yaml')
const [query, copy] = listOperations(document)

test('OpenAPI 3.2: operations under `query` and `additionalOperations` are read, with their methods as written', () => {
  expect([query, copy].map((each) => [each?.method, each?.id, each?.methodsOnPath])).toEqual([
    ['QUERY', 'queryFleas', ['QUERY', 'Copy']],
    ['Copy', 'copyFleas', ['QUERY', 'Copy']],
  ])
})

test('OpenAPI 3.2: a parameter that is the whole query string has the location `query` and the style `querystring`', () => {
  expect(query?.parameters).toMatchObject([{ name: 'q', in: 'query', style: 'querystring', explode: false }])
})

test('OpenAPI 3.2: the item schema of a stream is read as the schema of a list, and keeps its line in the document', () => {
  const mediaType = query?.responses[0]?.content[0]
  expect(mediaType?.isStream).toBe(true)
  expect(mediaType?.schema?.value).toEqual({ items: { type: 'object', properties: { legs: { type: 'integer' } } } })
  const { line, column } = document.locate(`${mediaType?.schema?.address}/items/properties/legs/type`)
  expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^type: integer/)
})

test('OpenAPI 3.2: `dataValue` of an example is read as its value, and keeps its line in the document', () => {
  const [example] = query?.responses[0]?.content[0]?.examples ?? []
  expect(example?.value).toEqual([{ legs: 6 }])
  const { line, column } = document.locate(example?.address ?? '')
  expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^dataValue/)
})

test('OpenAPI 3.2: fields that have no effect on responses yield clauses with the reason why the clauses are not checked', () => {
  const clauses = [query, ...webhooksOperation(document)].flatMap((each) =>
    each === undefined ? [] : listClauses(each),
  )
  const unexercised = clauses.filter(({ kind, fault }) => fault !== undefined && kind !== 'accepts')
  expect(unexercised.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    'serialized-example /responses/200/content/application~1jsonl/examples/one/serializedValue',
    'server-name /servers/circus/name',
    'tag /tags/nav/kind',
    'tag /tags/jumps/parent',
    'security-metadata /components/securitySchemes/old/deprecated',
    'device-authorization /components/securitySchemes/old/flows/deviceAuthorization',
  ])
})

test('OpenAPI 3.1 has neither QUERY nor additional operations', () => {
  expect(listOperations(documentFromText(text.replace('3.2.0', '3.1.0'), 'fleas.yaml'))).toEqual([])
})

test('OpenAPI 3.2: a reference is resolved against `$self`, also from another file', () => {
  const folder = folderWith({
    'openapi.yaml': `openapi: 3.2.0
$self: https://fleas.test/api/openapi.yaml
info: { title: Fleas, version: '1' }
paths: {}
components: { schemas: { Flea: { type: object }, Circus: { $ref: 'parts/circus.yaml#/Circus' } } }
`,
    'parts/circus.yaml': `Circus: { $ref: 'https://fleas.test/api/openapi.yaml#/components/schemas/Flea' }\n`,
  })
  const read = readDocument(`${folder.path}/openapi.yaml`)
  expect(read.resolve(`${read.root.address}/components/schemas/Circus`).value).toEqual({ type: 'object' })
  folder.remove()
})
