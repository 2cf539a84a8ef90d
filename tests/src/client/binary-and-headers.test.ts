import { describe, expect, test } from 'vitest'
import { createCall } from '../../../src/client/client.ts'
import type { ContractOperation, HeaderContract } from '../../../src/client/contract.ts'
import { decodeHeader } from '../../../src/client/answers/decode-header.ts'
import { isTextType } from '../../../src/client/requests/text-type.ts'
import { headerShape } from '../../../src/generate/header-shape.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { BASE_URL } from './fixtures.ts'
import { startServer } from './local-server.ts'

const operation = (range: string, headers: HeaderContract[] = []): ContractOperation => ({
  id: 'read',
  method: 'GET',
  path: '/file',
  security: [],
  parameters: [],
  responses: { '200': { content: { [range]: {} }, headers } },
})

describe('the body of a response', () => {
  test('that is not text is a Blob with the bytes of the server', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0xff, 0x00, 0xfe, 0x0a])
    const server = await startServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(bytes),
    )
    const read = operation('image/*')
    const { body } = await createCall({ schemes: {}, operations: { read } }, { baseUrl: server.url })(read, {})
    expect(body).toBeInstanceOf(Blob)
    expect((body as Blob).type).toBe('image/png')
    expect(Buffer.from(await (body as Blob).arrayBuffer())).toEqual(bytes)
  })

  test('is text if the fetch function of the user offers no bytes', async () => {
    const headers = new Headers({ 'content-type': 'application/pdf' })
    const fetch = async () => ({ status: 200, headers, text: async () => '%PDF' })
    const read = operation('application/pdf')
    const answer = await createCall({ schemes: {}, operations: { read } }, { baseUrl: BASE_URL, fetch })(read, {})
    expect(answer.body).toBe('%PDF')
  })

  test.each([
    'application/json; charset=utf-8',
    'application/vnd.api+json',
    'application/xml',
    'image/svg+xml',
    'text/csv',
    'application/x-www-form-urlencoded',
    'application/x-ndjson',
    'application/json-seq',
    'application/*',
    '*/*',
    '',
  ])('of the media type %j is text', (type) => expect(isTextType(type)).toBe(true))

  test.each(['image/png', 'image/*', 'application/octet-stream', 'application/pdf', 'application/zip', 'audio/mpeg'])(
    'of the media type %j is bytes',
    (type) => expect(isTextType(type)).toBe(false),
  )
})

describe('a response header', () => {
  const shapeOf = (header: string): ReturnType<typeof headerShape> => {
    const document = documentFromText(`openapi: 3.1.0
info: { title: Headers, version: 1.0.0 }
paths: { /x: { get: { responses: { '200': { description: ok, headers: { X-Header: ${header} } } } } } }
components: { schemas: { Ids: { type: array, items: { $ref: '#/components/schemas/Id' } }, Id: { type: integer } } }
`)
    const [found] = listOperations(document)[0]?.responses[0]?.headers ?? []
    if (found === undefined) throw new Error('the document has no header')
    return headerShape(found)
  }

  test.each([
    ['{ schema: { type: integer } }', '7', 7],
    ['{ schema: { type: [integer, "null"] } }', 'many', 'many'],
    ['{ schema: { type: boolean } }', 'true', true],
    ['{ schema: { $ref: "#/components/schemas/Ids" } }', '1, 2,3', [1, 2, 3]],
    ['{ schema: { type: array, items: { type: string } } }', '', []],
    ['{ schema: { allOf: [{ type: number }] } }', '1.5e3', 1500],
    [
      '{ schema: { type: object, properties: { left: { type: integer }, kind: { type: string } } } }',
      'left,7,kind,8',
      { left: 7, kind: '8' },
    ],
    [
      '{ explode: true, schema: { type: object, additionalProperties: { type: boolean } } }',
      'a=true,b=x=y',
      { a: true, b: 'x=y' },
    ],
    ['{ content: { application/json: {} } }', '{"a":1}', { a: 1 }],
    ['{ content: { application/json: {} } }', '{"a":', '{"a":'],
    ['{ content: { text/plain: {} } }', '7', '7'],
  ])('described by %s is decoded: %j', (header, text, expected) => {
    expect(decodeHeader(text, shapeOf(header))).toEqual(expected)
  })
})
