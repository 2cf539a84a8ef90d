import { expect, test } from 'vitest'
import { diffDocuments } from '../../../src/diff/diff-documents.ts'
import { documentFromText } from '../../../src/document/read-document.ts'

/** The parts of a test document that a row can set. The document has one operation. */
interface Part {
  readonly version?: string
  readonly request?: object
  readonly requestType?: string
  readonly encoding?: object
  readonly response?: object
  readonly responseType?: string
  readonly content?: object
  readonly parameters?: readonly object[]
  readonly components?: object
  readonly item?: object
}

const BYTES = 'application/octet-stream'
const FORM = 'application/x-www-form-urlencoded'
const LINES = 'application/jsonl'
const text = { type: 'string' }
const row = (of: object) => ({ type: 'object', required: ['a'], properties: { a: of } })
const variants = (more: object) => ({
  response: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: 'kind', ...more } },
  components: { schemas: { Cat: { type: 'object', required: ['kind'], properties: { kind: { const: 'Cat' } } } } },
})
const query = (more: object) => ({ parameters: [{ name: 'q', in: 'query', schema: text, ...more }] })

function documentOf(part: Part) {
  const {
    version = '3.1.0',
    request,
    requestType = 'application/json',
    encoding = {},
    response,
    components = {},
  } = part
  const { responseType = 'application/json', content, parameters = [], item = {} } = part
  const answer = content ?? (response === undefined ? undefined : { [responseType]: { schema: response } })
  const post = {
    operationId: 'send',
    parameters,
    ...(request === undefined ? {} : { requestBody: { content: { [requestType]: { schema: request, encoding } } } }),
    responses: { '200': { description: 'ok', ...(answer === undefined ? {} : { content: answer }) } },
  }
  const root = {
    openapi: version,
    info: { title: 'Pairs', version: '1.0.0' },
    paths: { '/a': { post, ...item } },
    components,
  }
  return documentFromText(JSON.stringify(root), 'pairs.json')
}

test.each<[string, Part, Part, string]>([
  [
    'nullable and a type array',
    { version: '3.0.3', response: { type: 'string', nullable: true } },
    { version: '3.2.0', response: { type: ['string', 'null'] } },
    'none',
  ],
  [
    'nullable and a oneOf with null',
    { version: '3.0.3', response: { type: 'string', nullable: true } },
    { response: { oneOf: [text, { type: 'null' }] } },
    'none',
  ],
  [
    'an exclusive bound of 3.0 and of 3.1',
    { version: '3.0.3', request: { type: 'integer', minimum: 3, exclusiveMinimum: true } },
    { request: { type: 'integer', exclusiveMinimum: 3 } },
    'none',
  ],
  [
    'bytes in base64',
    { version: '3.0.3', response: { type: 'string', format: 'byte' } },
    { response: { type: 'string', contentEncoding: 'base64' } },
    'none',
  ],
  [
    'a binary body',
    { version: '3.0.3', response: { type: 'string', format: 'binary' }, responseType: BYTES },
    { response: { contentMediaType: BYTES }, responseType: BYTES },
    'none',
  ],
  [
    'a JSON Lines array of 3.1 and an itemSchema of 3.2',
    { response: { type: 'array', items: row(text) }, responseType: LINES },
    { version: '3.2.0', content: { [LINES]: { itemSchema: row(text) } } },
    'none',
  ],
  [
    'an inline media type and a media type component',
    { response: row(text) },
    {
      version: '3.2.0',
      content: { 'application/json': { $ref: '#/components/mediaTypes/Row' } },
      components: { mediaTypes: { Row: { schema: row(text) } } },
    },
    'none',
  ],
  [
    'a stream whose items may have more values',
    { version: '3.2.0', content: { [LINES]: { itemSchema: row({ type: 'integer' }) } } },
    { version: '3.2.0', content: { [LINES]: { itemSchema: row({ type: 'number' }) } } },
    'breaking',
  ],
  [
    'an added query operation',
    {},
    { version: '3.2.0', item: { query: { responses: { '200': { description: 'ok' } } } } },
    'compatible',
  ],
  [
    'a removed additional operation',
    { version: '3.2.0', item: { additionalOperations: { COPY: { responses: { '200': { description: 'ok' } } } } } },
    { version: '3.2.0' },
    'breaking',
  ],
  [
    'an added default of a discriminator',
    { version: '3.2.0', ...variants({}) },
    { version: '3.2.0', ...variants({ defaultMapping: 'Cat' }) },
    'dangerous',
  ],
  [
    'a discriminator mapping that only repeats the component name',
    variants({}),
    variants({ mapping: { Cat: '#/components/schemas/Cat' } }),
    'none',
  ],
  ['a changed mapping', variants({ mapping: { tom: 'Cat' } }), variants({ mapping: { cat: 'Cat' } }), 'dangerous'],
  [
    'the default encoding of a form, written explicitly',
    { requestType: FORM, request: row({ type: 'array' }) },
    { requestType: FORM, request: row({ type: 'array' }), encoding: { a: { style: 'form', explode: true } } },
    'none',
  ],
  [
    'another encoding of a form',
    { requestType: FORM, request: row({ type: 'array' }) },
    { requestType: FORM, request: row({ type: 'array' }), encoding: { a: { explode: false } } },
    'dangerous',
  ],
  ['reserved characters that may be sent', query({}), query({ allowReserved: true }), 'compatible'],
  ['reserved characters that must be encoded', query({ allowReserved: true }), query({}), 'dangerous'],
  [
    'two unknown formats',
    { response: { ...text, format: 'phone' } },
    { response: { ...text, format: 'tel' } },
    'dangerous',
  ],
  ['another description of a parameter', query({ description: 'a word' }), query({ description: 'words' }), 'text'],
])('diff compares the meaning of two documents, not their notation: %s', (_subject, base, head, level) => {
  const changes = diffDocuments(documentOf(base), documentOf(head), { today: '2026-01-05' })
  const worst = ['breaking', 'dangerous', 'compatible', 'text'].find((each) =>
    changes.some((one) => one.level === each),
  )
  expect([worst ?? 'none', ...changes.map(({ what }) => what)]).toEqual([level, ...changes.map(({ what }) => what)])
})
