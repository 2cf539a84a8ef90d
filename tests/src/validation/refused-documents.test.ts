import { describe, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listDocumentFindings } from '../../../src/validation/validate-document.ts'

/** The text of a document: the version, an info object, and `more`. */
function documentWith(version: string, more: string): string {
  return `openapi: ${version}\ninfo: { title: Fleas, version: '1' }\n${more}`
}

/** Returns the errors of a document as `line: message`, also if the document cannot be read. */
async function errorsOf(text: string): Promise<string[]> {
  try {
    const findings = await listDocumentFindings(documentFromText(text, 'fleas.yaml'))
    return findings
      .filter(({ level }) => level === 'error')
      .map(({ location: { line }, message }) => `${line}: ${message}`)
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const [, line = 'no line'] = /fleas\.yaml:(\d+)/.exec(error.message) ?? []
    return [`${line}: ${error.message}`]
  }
}

/** A fault, the part of a document that has this fault, and the lines on which the fault must be reported. */
type Row = readonly [fault: string, more: string, lines: number | readonly number[]]

const BOTH: readonly Row[] = [
  ['an unknown field of the document', 'paths: {}\noverlays: {}\n', 4],
  ['neither paths, components nor webhooks', 'servers: []\n', 1],
  ['components that are not an object', 'components: 4\n', 3],
  ['a list as the map of schemas', 'components:\n  schemas: []\n', 4],
  ['a list as the map of path items', 'components:\n  pathItems: []\n', 4],
  ['an unknown map of components', 'components:\n  schema: {}\n', 4],
  ['a component name with a space', 'components:\n  schemas:\n    a b: {}\n', 5],
  ['a schema that is a number', 'components:\n  schemas:\n    A: 1\n', 5],
  ['a schema that is null', 'components:\n  schemas:\n    A: null\n', 5],
  ['a schema that is a list', 'components:\n  schemas:\n    A: []\n', 5],
  [
    'a contact whose name is not text',
    'paths: {}\nx-a: 1\ninfo: { title: A, version: "1", contact: { name: true } }\n',
    5,
  ],
  ['paths that are a list', 'paths: []\n', 3],
  ['a path item that is not an object', 'paths:\n  /a: true\n', 4],
  ['a path without a slash', 'paths:\n  a: {}\n', 4],
  ['an unknown field of a path item', 'paths:\n  /a:\n    fetch: {}\n', 5],
  ['webhooks that are a list', 'webhooks: []\n', 3],
  ['an unknown field of an operation', 'paths:\n  /a:\n    get:\n      body: {}\n', 6],
  ['an operation without a response in its responses', 'paths:\n  /a:\n    get:\n      responses: {}\n', 6],
  ['a path item whose name has a space', 'components:\n  pathItems:\n    a b: {}\n', 5],
  ['a header whose content has no media type', 'components:\n  headers:\n    A: { content: {} }\n', 5],
  ['a link whose parameters are not an object', 'components:\n  links:\n    A: { operationId: a, parameters: 1 }\n', 5],
  [
    'a response code that is no status',
    "paths:\n  /a:\n    get:\n      responses:\n        '700': { description: x }\n",
    7,
  ],
  ['a response code that is a word', 'paths:\n  /a:\n    get:\n      responses:\n        ok: { description: x }\n', 7],
  ['a list of responses', 'paths:\n  /a:\n    get:\n      responses: []\n', 6],
  ['servers that are an object', 'paths: {}\nservers: { url: /v1 }\n', 4],
  ['a server without a URL', 'paths: {}\nservers:\n  - description: x\n', 5],
  ['a server that is a text', 'paths: {}\nservers:\n  - https://a.test\n', 5],
  [
    'an empty enum of a server variable',
    "paths: {}\nservers:\n  - url: '/{v}'\n    variables:\n      v:\n        enum: []\n        default: a\n",
    4,
  ],
  [
    'a server variable without a default',
    "paths: {}\nservers:\n  - url: '/{v}'\n    variables:\n      v: { enum: [a] }\n",
    7,
  ],
  ['security that is not a list', 'paths: {}\nsecurity: {}\n', 4],
  ['a security requirement that is not an object', 'paths: {}\nsecurity:\n  - true\n', 5],
  [
    'scopes that are not a list',
    'paths: {}\nsecurity:\n  - a: true\ncomponents:\n  securitySchemes:\n    a: { type: http, scheme: basic }\n',
    5,
  ],
  ['tags that are not a list', 'paths: {}\ntags: {}\n', 4],
  ['a tag without a name', 'paths: {}\ntags:\n  - description: x\n', 5],
  ['a tag whose name is not text', 'paths: {}\ntags:\n  - name: true\n', 5],
  ['two tags with one name', 'paths: {}\ntags:\n  - name: a\n  - name: a\n', 6],
  ['external documentation without a URL', 'paths: {}\ntags:\n  - name: a\n    externalDocs: { description: x }\n', 6],
  ['an unknown field of a tag', 'paths: {}\ntags:\n  - name: a\n    colour: red\n', 6],
  ['a parameter without a name', 'components:\n  parameters:\n    A: { in: query, schema: {} }\n', 5],
  ['a parameter with neither schema nor content', 'components:\n  parameters:\n    A: { in: query, name: a }\n', 5],
  [
    'a parameter with schema and content',
    'components:\n  parameters:\n    A: { in: query, name: a, schema: {}, content: { text/plain: {} } }\n',
    5,
  ],
  [
    'a parameter with content and style',
    'components:\n  parameters:\n    A: { in: query, name: a, style: form, content: { text/plain: {} } }\n',
    5,
  ],
  [
    'a parameter with content and explode',
    'components:\n  parameters:\n    A: { in: query, name: a, explode: true, content: { text/plain: {} } }\n',
    5,
  ],
  [
    'a parameter with two media types',
    'components:\n  parameters:\n    A: { in: query, name: a, content: { text/plain: {}, text/html: {} } }\n',
    5,
  ],
  ['a parameter in an unknown place', 'components:\n  parameters:\n    A: { in: body, name: a, schema: {} }\n', 5],
  [
    'a path parameter that is not required',
    'components:\n  parameters:\n    A: { in: path, name: a, schema: {} }\n',
    5,
  ],
  [
    'a path parameter whose name has braces',
    "components:\n  parameters:\n    A: { in: path, name: 'a{b}', required: true, schema: {} }\n",
    5,
  ],
  [
    'a header parameter whose name is no token',
    "components:\n  parameters:\n    A: { in: header, name: 'a[b]', schema: {} }\n",
    5,
  ],
  [
    'a response header whose name is no token',
    "paths:\n  /a:\n    get:\n      responses:\n        '200':\n          description: x\n          headers:\n            'a=b': { schema: {} }\n",
    10,
  ],
  [
    'allowReserved on a header parameter',
    'components:\n  parameters:\n    A: { in: header, name: a, allowReserved: true, schema: {} }\n',
    5,
  ],
  ['allowReserved on a response header', 'components:\n  headers:\n    A: { allowReserved: true, schema: {} }\n', 5],
  ['a header with a name', 'components:\n  headers:\n    A: { name: a, schema: {} }\n', 5],
  ['a header with a location', 'components:\n  headers:\n    A: { in: header, schema: {} }\n', 5],
  ['a header in another style than simple', 'components:\n  headers:\n    A: { style: form, schema: {} }\n', 5],
  [
    'a header with schema and content',
    'components:\n  headers:\n    A: { schema: {}, content: { text/plain: {} } }\n',
    5,
  ],
  [
    'example and examples of a parameter',
    'components:\n  parameters:\n    A: { in: query, name: a, schema: {}, example: 1, examples: { b: { value: 1 } } }\n',
    5,
  ],
  [
    'example and examples of a header',
    'components:\n  headers:\n    A: { schema: {}, example: 1, examples: { b: { value: 1 } } }\n',
    5,
  ],
  [
    'example and examples of a media type',
    'components:\n  requestBodies:\n    A: { content: { text/plain: { example: a, examples: { b: { value: b } } } } }\n',
    5,
  ],
  [
    'an example with value and externalValue',
    'components:\n  examples:\n    A: { value: 1, externalValue: a.json }\n',
    5,
  ],
  ['an unknown field of an example', 'components:\n  examples:\n    A: { values: 1 }\n', 5],
  ['a request body without content', 'components:\n  requestBodies:\n    A: { description: x }\n', 5],
  [
    'an unknown field of a media type',
    'components:\n  requestBodies:\n    A: { content: { text/plain: { sample: 1 } } }\n',
    5,
  ],
  [
    'an unknown field of an encoding',
    'components:\n  requestBodies:\n    A: { content: { multipart/form-data: { schema: {}, encoding: { a: { type: x } } } } }\n',
    5,
  ],
  ['a link with an unknown field', 'components:\n  links:\n    A: { operationId: a, body: {} }\n', 5],
  ['a link without an operation', 'components:\n  links:\n    A: { description: a }\n', 5],
  [
    'a link with two operations',
    "components:\n  links:\n    A: { operationId: a, operationRef: '#/paths/~1a/get' }\n",
    5,
  ],
  ['a security scheme without a type', 'components:\n  securitySchemes:\n    A: { description: x }\n', 5],
  ['a security scheme of an unknown type', 'components:\n  securitySchemes:\n    A: { type: magic }\n', 5],
  ['an API key without a name', 'components:\n  securitySchemes:\n    A: { type: apiKey, in: query }\n', 5],
  [
    'an API key in an unknown place',
    'components:\n  securitySchemes:\n    A: { type: apiKey, in: body, name: a }\n',
    5,
  ],
  ['HTTP authentication without a scheme', 'components:\n  securitySchemes:\n    A: { type: http }\n', 5],
  ['OAuth 2.0 without flows', 'components:\n  securitySchemes:\n    A: { type: oauth2 }\n', 5],
  [
    'an OAuth 2.0 flow without a token URL',
    'components:\n  securitySchemes:\n    A: { type: oauth2, flows: { password: { scopes: {} } } }\n',
    5,
  ],
  [
    'an OAuth 2.0 flow without scopes',
    'components:\n  securitySchemes:\n    A: { type: oauth2, flows: { password: { tokenUrl: /t } } }\n',
    5,
  ],
  [
    'a scope whose description is not text',
    'components:\n  securitySchemes:\n    A: { type: oauth2, flows: { password: { tokenUrl: /t, scopes: { a: 1 } } } }\n',
    5,
  ],
  ['an unknown OAuth 2.0 flow', 'components:\n  securitySchemes:\n    A: { type: oauth2, flows: { magic: {} } }\n', 5],
  ['OpenID Connect without a URL', 'components:\n  securitySchemes:\n    A: { type: openIdConnect }\n', 5],
  ['a discriminator without a property', 'components:\n  schemas:\n    A: { discriminator: { mapping: {} } }\n', 5],
  ['a discriminator that is not an object', 'components:\n  schemas:\n    A: { discriminator: true }\n', 5],
  [
    'a mapping to a number',
    'components:\n  schemas:\n    A: { discriminator: { propertyName: a, mapping: { b: 1 } } }\n',
    5,
  ],
  [
    'an unknown field of a discriminator',
    'components:\n  schemas:\n    A: { discriminator: { propertyName: a, key: b } }\n',
    5,
  ],
  ['an xml that is not an object', 'components:\n  schemas:\n    A: { xml: true }\n', 5],
  ['an xml name that is not text', 'components:\n  schemas:\n    A: { xml: { name: true } }\n', 5],
  [
    'external documentation of a schema without a URL',
    'components:\n  schemas:\n    A: { externalDocs: { description: x } }\n',
    5,
  ],
  [
    'an unknown field of external documentation',
    'components:\n  schemas:\n    A: { externalDocs: { url: /a, more: b } }\n',
    5,
  ],
  ['a dialect that is not text', 'paths: {}\njsonSchemaDialect: 1\n', 4],
  ['a dialect that is not supported', 'paths: {}\njsonSchemaDialect: https://dialect.test/a\n', 4],
  ['a callback whose expression leads to a text', 'components:\n  callbacks:\n    A: { b: c }\n', 5],
]

const ONLY_32: readonly Row[] = [
  ['a $self that is not text', 'paths: {}\n$self: 1\n', 4],
  ['a $self with a fragment', "paths: {}\n$self: 'https://a.test/b#c'\n", 4],
  [
    'an additional operation for a method with a field of its own',
    'paths:\n  /a:\n    additionalOperations:\n      GET: {}\n',
    6,
  ],
  ['an additional operation for QUERY', 'paths:\n  /a:\n    additionalOperations:\n      QUERY: {}\n', 6],
  [
    'an additional operation whose method is no token',
    "paths:\n  /a:\n    additionalOperations:\n      'A B': {}\n",
    6,
  ],
  ['an additional operation that is not an object', 'paths:\n  /a:\n    additionalOperations:\n      COPY: 1\n', 6],
  [
    'an unknown field of an additional operation',
    'paths:\n  /a:\n    additionalOperations:\n      COPY:\n        request-body: {}\n',
    7,
  ],
  ['a query string with a schema', 'components:\n  parameters:\n    A: { in: querystring, name: a, schema: {} }\n', 5],
  [
    'a query string with a style',
    'components:\n  parameters:\n    A: { in: querystring, name: a, style: form, content: { text/plain: {} } }\n',
    5,
  ],
  [
    'two query strings of an operation',
    'paths:\n  /a:\n    get:\n      parameters:\n        - { in: querystring, name: a, content: { text/plain: {} } }\n        - { in: querystring, name: b, content: { text/plain: {} } }\n',
    8,
  ],
  [
    'two query strings of a path item',
    'paths:\n  /a:\n    parameters:\n      - { in: querystring, name: a, content: { text/plain: {} } }\n      - { in: querystring, name: b, content: { text/plain: {} } }\n',
    5,
  ],
  [
    'a query string beside a query parameter',
    'paths:\n  /a:\n    get:\n      parameters:\n        - { in: query, name: a, schema: {} }\n        - { in: querystring, name: b, content: { text/plain: {} } }\n',
    8,
  ],
  [
    'a query string of the path item beside a query parameter of the operation',
    'paths:\n  /a:\n    parameters:\n      - { in: querystring, name: b, content: { text/plain: {} } }\n    get:\n      parameters:\n        - { in: query, name: a, schema: {} }\n',
    9,
  ],
  [
    'allowReserved on a cookie in the style cookie',
    'components:\n  parameters:\n    A: { in: cookie, name: a, style: cookie, allowReserved: true, schema: {} }\n',
    5,
  ],
  [
    'a query parameter in the style cookie',
    'components:\n  parameters:\n    A: { in: query, name: a, style: cookie, schema: {} }\n',
    5,
  ],
  ['an example with value and dataValue', 'components:\n  examples:\n    A: { value: 1, dataValue: 1 }\n', 5],
  [
    'an example with value and serializedValue',
    "components:\n  examples:\n    A: { value: 1, serializedValue: '1' }\n",
    5,
  ],
  [
    'an example with serializedValue and externalValue',
    "components:\n  examples:\n    A: { serializedValue: '1', externalValue: a.txt }\n",
    5,
  ],
  ['a serializedValue that is not text', 'components:\n  examples:\n    A: { serializedValue: 1 }\n', 5],
  [
    'a media type with encoding and prefixEncoding',
    'components:\n  mediaTypes:\n    A: { encoding: {}, prefixEncoding: [] }\n',
    5,
  ],
  [
    'a media type with encoding and itemEncoding',
    'components:\n  mediaTypes:\n    A: { encoding: {}, itemEncoding: {} }\n',
    5,
  ],
  [
    'a nested encoding with encoding and prefixEncoding',
    'components:\n  mediaTypes:\n    A: { prefixEncoding: [{ encoding: {}, prefixEncoding: [] }] }\n',
    5,
  ],
  [
    'a nested encoding with encoding and itemEncoding',
    'components:\n  mediaTypes:\n    A: { itemEncoding: { encoding: {}, itemEncoding: {} } }\n',
    5,
  ],
  ['a media type component that is a list', 'components:\n  mediaTypes:\n    A: []\n', 5],
  ['an unknown field of a media type component', 'components:\n  mediaTypes:\n    A: { items: {} }\n', 5],
  ['a list as the map of media types', 'components:\n  mediaTypes: []\n', 4],
  [
    'a xml with nodeType and attribute',
    'components:\n  schemas:\n    A: { xml: { nodeType: attribute, attribute: true } }\n',
    5,
  ],
  [
    'a xml with nodeType and wrapped',
    'components:\n  schemas:\n    A: { xml: { nodeType: element, wrapped: true } }\n',
    5,
  ],
  ['an unknown nodeType', 'components:\n  schemas:\n    A: { xml: { nodeType: leaf } }\n', 5],
  ['a tag whose parent does not exist', 'paths: {}\ntags:\n  - { name: a, parent: b }\n', 5],
  [
    'a tag that is its own ancestor',
    'paths: {}\ntags:\n  - { name: a, parent: b }\n  - { name: b, parent: a }\n',
    [5, 6],
  ],
  ['a tag whose kind is not text', 'paths: {}\ntags:\n  - { name: a, kind: 1 }\n', 5],
  [
    'a device flow without its URL',
    'components:\n  securitySchemes:\n    A: { type: oauth2, flows: { deviceAuthorization: { tokenUrl: /t, scopes: {} } } }\n',
    5,
  ],
  [
    'a deprecated flag that is not a boolean',
    'components:\n  securitySchemes:\n    A: { type: http, scheme: basic, deprecated: maybe }\n',
    5,
  ],
  [
    'a metadata URL that is not text',
    'components:\n  securitySchemes:\n    A: { type: oauth2, oauth2MetadataUrl: 1, flows: {} }\n',
    5,
  ],
  ['a server name that is not text', 'paths: {}\nservers:\n  - { url: /a, name: 1 }\n', 5],
  [
    'a defaultMapping that is not text',
    'components:\n  schemas:\n    A: { discriminator: { propertyName: a, defaultMapping: 1 } }\n',
    5,
  ],
  ['a response summary that is not text', 'components:\n  responses:\n    A: { summary: 1 }\n', 5],
]

const ONLY_31: readonly Row[] = [
  ['the method query', 'paths:\n  /a:\n    query: {}\n', 5],
  ['additional operations', 'paths:\n  /a:\n    additionalOperations: {}\n', 5],
  [
    'a query string',
    'components:\n  parameters:\n    A: { in: querystring, name: a, content: { text/plain: {} } }\n',
    5,
  ],
  ['a response without a description', 'components:\n  responses:\n    A: { content: {} }\n', 5],
  ['media types as components', 'components:\n  mediaTypes: {}\n', 4],
  ['a $self', 'paths: {}\n$self: https://a.test\n', 4],
  [
    'an itemSchema',
    'components:\n  requestBodies:\n    A: { content: { application/jsonl: { itemSchema: {} } } }\n',
    5,
  ],
  [
    'a cookie in the style cookie',
    'components:\n  parameters:\n    A: { in: cookie, name: a, style: cookie, schema: {} }\n',
    5,
  ],
]

describe.each([
  ['3.1.1', [...BOTH, ...ONLY_31]],
  ['3.2.0', [...BOTH, ...ONLY_32]],
] as const)('OpenAPI %s', (version, rows) => {
  test.each(rows)('a document with %s is refused, and the error names the line', async (_fault, more, lines) => {
    const errors = await errorsOf(documentWith(version, more))
    const found = new Set(errors.map((error) => Number.parseInt(error, 10)))
    expect([...found], errors.join('\n')).toEqual([lines].flat())
  })
})

describe('a document is refused, and the error names the line, for', () => {
  test.each<Row>([
    ['a missing version', "info: { title: A, version: '1' }\npaths: {}\n", 1],
    ['a version that is a word', "openapi: hello\ninfo: { title: A, version: '1' }\npaths: {}\n", 1],
    ['a version that is not text', "openapi: 3.2\ninfo: { title: A, version: '1' }\npaths: {}\n", 1],
    ['a version without a patch number', "openapi: '3.2'\ninfo: { title: A, version: '1' }\npaths: {}\n", 1],
    ['a version after 3.2', "openapi: 3.3.0\ninfo: { title: A, version: '1' }\npaths: {}\n", 1],
    ['a list in place of a document', '- openapi\n', 1],
    ['a missing info', 'openapi: 3.2.0\npaths: {}\n', 1],
    ['an info that is not an object', 'openapi: 3.2.0\ninfo: 1\npaths: {}\n', 2],
    ['an info without a title', "openapi: 3.2.0\ninfo: { version: '1' }\npaths: {}\n", 2],
    ['an info with a number as version', 'openapi: 3.2.0\ninfo: { title: A, version: 1 }\npaths: {}\n', 2],
    [
      'an unknown field of the info',
      "openapi: 3.2.0\ninfo: { title: A, version: '1', parameters: [] }\npaths: {}\n",
      2,
    ],
    [
      'a license without a name',
      "openapi: 3.2.0\ninfo: { title: A, version: '1', license: { identifier: MIT } }\npaths: {}\n",
      2,
    ],
    [
      'a license with a URL and an identifier',
      "openapi: 3.2.0\ninfo: { title: A, version: '1', license: { name: A, identifier: MIT, url: /a } }\npaths: {}\n",
      2,
    ],
    [
      'a license whose URL is not text',
      "openapi: 3.2.0\ninfo: { title: A, version: '1', license: { name: A, url: true } }\npaths: {}\n",
      2,
    ],
    [
      'a contact whose email is not text',
      "openapi: 3.2.0\ninfo: { title: A, version: '1', contact: { email: true } }\npaths: {}\n",
      2,
    ],
  ])('%s', async (_fault, text, lines) => {
    const errors = await errorsOf(text)
    const found = new Set(errors.map((error) => Number.parseInt(error, 10)))
    expect([...found], errors.join('\n')).toEqual([lines].flat())
  })
})
