import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listDocumentFindings } from '../../../src/validation/validate-document.ts'

/** A valid document: its subject, the versions of OpenAPI that allow it, and the text that follows its info object. */
type Row = readonly [subject: string, versions: readonly string[], more: string]

const ALL = ['3.1.0', '3.2.0']
const ONLY_32 = ['3.2.0']

test.each<Row>([
  ['empty components in place of paths', ALL, 'components: {}\n'],
  [
    'webhooks in place of paths',
    ALL,
    "webhooks:\n  jump:\n    post:\n      responses: { '200': { description: seen } }\n",
  ],
  ['a path without operations', ALL, "paths:\n  '/{flea}': {}\n"],
  [
    'a path without operations, whose parameter is not in the path',
    ALL,
    "paths:\n  '/{flea}':\n    parameters: [{ name: fleas, in: path, required: true, schema: { type: string } }]\n",
  ],
  ['an operation without responses', ALL, 'paths:\n  /a:\n    get: {}\n    trace: {}\n'],
  ['a path with a fragment', ALL, "paths:\n  '/a#b':\n    get: {}\n"],
  ['an extension of the document', ALL, 'paths: {}\nx-tensions: { a: [1] }\n'],
  [
    'a security requirement with scopes that are not OAuth 2.0',
    ALL,
    'paths:\n  /a:\n    get:\n      security: [{ token: [read, write] }]\n      responses: { x-none: true }\ncomponents:\n  securitySchemes:\n    token: { type: http, scheme: bearer, bearerFormat: jwt }\n',
  ],
  [
    'each kind of security scheme',
    ALL,
    `paths: {}
security: [{ basic: [] }, { key: [] }, { cert: [] }, { connect: [] }, { oauth: [read] }]
components:
  securitySchemes:
    basic: { type: http, scheme: basic }
    key: { type: apiKey, in: cookie, name: k }
    cert: { type: mutualTLS, description: issued by us }
    connect: { type: openIdConnect, openIdConnectUrl: 'https://a.test/c' }
    oauth:
      type: oauth2
      flows:
        implicit: { authorizationUrl: 'https://a.test/a', scopes: { read: see } }
        password: { tokenUrl: 'https://a.test/t', refreshUrl: 'https://a.test/r', scopes: { read: see } }
        clientCredentials: { tokenUrl: 'https://a.test/t', scopes: { read: see } }
        authorizationCode: { authorizationUrl: 'https://a.test/a', tokenUrl: 'https://a.test/t', scopes: { read: see } }
`,
  ],
  [
    'the style of each kind of parameter',
    ALL,
    `components:
  parameters:
    a: { in: path, name: a, required: true, style: matrix, explode: true, schema: {} }
    b: { in: path, name: b, required: true, style: label, schema: {} }
    c: { in: query, name: c, style: deepObject, schema: { type: object } }
    d: { in: query, name: d, style: pipeDelimited, allowReserved: true, allowEmptyValue: true, schema: {} }
    e: { in: header, name: e, style: simple, explode: false, deprecated: true, schema: {} }
    f: { in: cookie, name: f, style: form, schema: {} }
    g: { in: query, name: g, content: { application/json: { schema: {} } } }
    h: { in: path, name: h, required: true, content: { text/*: { schema: {} } } }
`,
  ],
  [
    'headers whose component name is not the name of a header',
    ALL,
    "components:\n  headers:\n    'a.b': { schema: {}, style: simple, explode: true }\n    c: { required: true, content: { text/plain: { schema: { type: string } } } }\n    d: { $ref: '#/components/headers/c' }\n",
  ],
  [
    'callbacks with expressions',
    ALL,
    "components:\n  callbacks:\n    moved:\n      'http://h.test?to={$request.body#/to}':\n        post:\n          requestBody: { content: { application/json: { schema: {} } } }\n          responses: { '200': { description: seen } }\n",
  ],
  [
    'links with an operation id, a reference and a body',
    ALL,
    "paths:\n  /a:\n    get:\n      operationId: a\n      responses:\n        '200':\n          description: x\n          links:\n            self: { operationId: a, parameters: { id: $response.body#/id } }\n            other: { operationRef: '#/paths/~1a/get', requestBody: { id: $request.query.id }, server: { url: /b } }\n",
  ],
  [
    'schemas of every kind',
    ALL,
    `components:
  schemas:
    anything: true
    nothing: false
    either: { type: [string, 'null'], xml: { namespace: 'https://a.test/n', prefix: p, wrapped: true } }
    none: { type: 'null', example: null, deprecated: true, myKeyword: { $ref: 1 } }
    kinds: { type: object, externalDocs: { url: /d }, discriminator: { propertyName: k, mapping: { a: either }, x-a: 1 } }
`,
  ],
  [
    'the dialect of OpenAPI and of a schema',
    ALL,
    'jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base\ncomponents:\n  schemas:\n    a: { $id: a, $schema: https://spec.openapis.org/oas/3.1/dialect/base }\n',
  ],
  [
    'a server with variables',
    ALL,
    "paths: {}\nservers:\n  - { url: /v1, description: run locally }\n  - url: 'https://{a}.test'\n    variables: { a: { enum: [b, c], default: b } }\n",
  ],
  [
    'examples of every kind',
    ALL,
    "components:\n  examples:\n    a: { summary: A, value: { $ref: 1 } }\n    b: { externalValue: https://a.test/b.json }\n  requestBodies:\n    c: { content: { application/json: { schema: {}, examples: { a: { $ref: '#/components/examples/a' } } }, application/xml: { examples: { x: { externalValue: x.xml } } } } }\n",
  ],
  [
    'a $self and a dialect of 3.2',
    ONLY_32,
    '$self: https://a.test/fleas\njsonSchemaDialect: https://spec.openapis.org/oas/3.2/dialect/2025-09-17\ncomponents: {}\n',
  ],
  [
    'the method query and additional operations',
    ONLY_32,
    "paths:\n  /a:\n    query: { responses: { '200': { description: x } } }\n    additionalOperations:\n      COPY: { responses: { default: { description: x } } }\n      x-notify: {}\n",
  ],
  [
    'a parameter that is the whole query string',
    ONLY_32,
    'paths:\n  /a:\n    parameters:\n      - { in: querystring, name: q, content: { application/json: { schema: { type: object }, example: { a: null } } } }\n    get: {}\n',
  ],
  ['responses without a description', ONLY_32, 'components:\n  responses:\n    a: {}\n    b: { summary: B }\n'],
  [
    'a cookie in the style cookie',
    ONLY_32,
    'components:\n  parameters:\n    a: { in: cookie, name: a, style: cookie, explode: true, schema: {} }\n    b: { in: cookie, name: b, allowReserved: true, schema: {} }\n    c: { in: path, name: c, required: true, allowReserved: true, schema: {} }\n',
  ],
  [
    'examples with data and their serialization',
    ONLY_32,
    "components:\n  examples:\n    a: { dataValue: { a: [1] }, serializedValue: 'a=1' }\n    b: { dataValue: 1, externalValue: b.txt }\n    c: { serializedValue: c }\n",
  ],
  [
    'media types as components, and streams',
    ONLY_32,
    `paths:
  /a:
    post:
      requestBody: { content: { application/jsonl: { $ref: '#/components/mediaTypes/fleas' }, application/x-ndjson: { $ref: '#/components/mediaTypes/fleas' } } }
      responses: { '200': { content: { text/event-stream: { itemSchema: { type: object, properties: { data: { type: string } } } } } } }
components:
  schemas: { flea: { type: object, properties: { legs: { type: integer } } } }
  mediaTypes:
    fleas: { description: a circus, itemSchema: { $ref: '#/components/schemas/flea' } }
`,
  ],
  [
    'encodings by position, and nested encodings',
    ONLY_32,
    `components:
  mediaTypes:
    a: { schema: { type: array }, itemEncoding: { contentType: text/plain }, prefixEncoding: [{ headers: { a: { schema: {} } } }] }
    b: { schema: { type: object, properties: { c: {}, d: {} } }, encoding: { c: { encoding: { e: {} } }, d: { prefixEncoding: [{}], itemEncoding: {} } } }
`,
  ],
  [
    'the node types of XML',
    ONLY_32,
    'components:\n  schemas:\n    a: { type: object, properties: { b: { xml: { nodeType: attribute } }, c: { xml: { nodeType: cdata } }, d: { xml: { nodeType: none } } } }\n',
  ],
  [
    'a hierarchy of tags',
    ONLY_32,
    'paths: {}\ntags:\n  - { name: a, summary: A, kind: nav, parent: b }\n  - { name: b, kind: audience, externalDocs: { url: https://a.test } }\n',
  ],
  [
    'a default of a discriminator',
    ONLY_32,
    "components:\n  schemas:\n    a: { oneOf: [{ $ref: '#/components/schemas/b' }], discriminator: { propertyName: k, defaultMapping: b } }\n    b: { type: object, properties: { k: { type: string } } }\n",
  ],
  [
    'security metadata and the device flow',
    ONLY_32,
    'components:\n  securitySchemes:\n    a:\n      type: oauth2\n      deprecated: true\n      oauth2MetadataUrl: https://a.test/m\n      flows: { deviceAuthorization: { deviceAuthorizationUrl: https://a.test/d, tokenUrl: https://a.test/t, refreshUrl: https://a.test/r, scopes: {} } }\n',
  ],
  ['a server with a name', ONLY_32, 'paths: {}\nservers:\n  - { url: /a, name: here }\n'],
])('validate accepts a document with %s', async (_subject, versions, more) => {
  for (const version of versions) {
    const text = `openapi: ${version}\ninfo: { title: Fleas, summary: Jumpers, version: '1' }\n${more}`
    const findings = await listDocumentFindings(documentFromText(text, 'fleas.yaml'))
    const errors = findings.filter(({ level }) => level === 'error')
    expect(errors.map(({ location: { line }, message }) => `${version} ${line}: ${message}`)).toEqual([])
  }
})
