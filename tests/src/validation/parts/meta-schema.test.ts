import { expect, test } from 'vitest'
import type { JsonObject } from '../../../../src/json.ts'
import { breaksMetaSchema, metaSchemaOf } from '../../../../src/validation/parts/meta-schema.ts'

const operation = { responses: { 200: { description: 'Orders.' } } }

/** A document with a member laid over it. */
function with31(member: JsonObject): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1' },
    paths: { '/orders': { get: operation } },
    ...member,
  }
}

function with30(get: JsonObject): JsonObject {
  return {
    openapi: '3.0.3',
    info: { title: 'Orders', version: '1' },
    paths: { '/orders/{id}': { get: { ...operation, ...get } } },
  }
}

test.each<[dialect: string | undefined, schema: string]>([
  [undefined, 'schema-base'],
  ['https://spec.openapis.org/oas/3.1/dialect/base', 'schema-base'],
  ['https://json-schema.org/draft/2020-12/schema', 'schema-draft-2020-12'],
  ['https://json-schema.org/draft/2019-09/schema', 'schema-draft-2019-09'],
  ['http://json-schema.org/draft-07/schema#', 'schema-draft-07'],
  ['https://orders.test/dialect', 'schema'],
])('of the dialect %s the meta-schema is %s', (jsonSchemaDialect, schema) => {
  const document = with31(jsonSchemaDialect === undefined ? {} : { jsonSchemaDialect })
  expect(metaSchemaOf(document)).toBe(`https://spec.openapis.org/oas/3.1/${schema}`)
})

test.each<[fact: string, document: JsonObject, told: readonly string[]]>([
  ['a valid 3.1 document breaks nothing', with31({}), []],
  ['a missing member is named', with31({ info: { version: '1' } }), ['/info: `info` has no `title`']],
  [
    'an unknown member is named, and not every member beside it',
    with31({ paths: { '/orders': { get: { ...operation, sumary: 'x', tags: ['a'] } } } }),
    ['/paths/~1orders/get/sumary: `sumary` is not a member that OpenAPI knows here'],
  ],
  [
    'a missing member and an unknown one are both named',
    with31({ info: { titel: 'Orders', version: '1' } }),
    ['/info: `info` has no `title`', '/info/titel: `titel` is not a member that OpenAPI knows here'],
  ],
  [
    'of a parameter that is wrong in one thing, one thing is told',
    with31({
      paths: {
        '/o/{id}': {
          get: { ...operation, parameters: [{ name: 'id', in: 'path', required: false, schema: {}, example: 1 }] },
        },
      },
    }),
    ['/paths/~1o~1{id}/get/parameters/0/required: `required` is not true'],
  ],
  [
    'a parameter with neither schema nor content is one fault',
    with31({ paths: { '/o': { get: { ...operation, parameters: [{ name: 'id', in: 'query' }] } } } }),
    ['/paths/~1o/get/parameters/0: `0` has none of `schema`, `content`'],
  ],
  [
    'a value of the wrong type is told by its type',
    with31({ servers: { url: 'https://orders.test' } }),
    ['/servers: `servers` is not array'],
  ],
  [
    'a document without anything to offer is told so',
    { openapi: '3.1.0', info: { title: 'O', version: '1' } },
    [': the document has none of `paths`, `components`, `webhooks`'],
  ],
  ['a valid 3.0 document breaks nothing', with30({}), []],
  [
    'of the kinds of parameter in 3.0 the one that was meant is judged',
    with30({ parameters: [{ name: 'id', in: 'path', schema: { type: 'string' } }] }),
    ['/paths/~1orders~1{id}/get/parameters/0: `0` has no `required`'],
  ],
  [
    'of schema and reference in 3.0 the one that was meant is judged',
    with30({ parameters: [{ name: 'id', in: 'query', schema: { type: 'strin', nope: 1 } }] }),
    [
      '/paths/~1orders~1{id}/get/parameters/0/schema/type: `type` is none of "array", "boolean", "integer", "number", "object", "string"',
      '/paths/~1orders~1{id}/get/parameters/0/schema/nope: `nope` is not a member that OpenAPI knows here',
    ],
  ],
])('%s', async (_fact, document, expected) => {
  const found = (await breaksMetaSchema(document)).map(({ at, message }) => `${at}: ${message}`)
  expect(found).toEqual(expected)
})
