import { describe, expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { encodeBody } from '../../../src/exchanges/encode-body.ts'
import type { Json, JsonObject } from '../../../src/json.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import type { RequestBody } from '../../../src/operations/operation.ts'

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** Returns the request body of an operation that accepts only the media type `type`. */
function bodyOf(type: string, mediaType: JsonObject): RequestBody | undefined {
  const document = documentFromText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Letters', version: '1' },
      paths: { '/letters': { post: { requestBody: { content: { [type]: mediaType } }, responses: {} } } },
    }),
    'letters.json',
  )
  return listOperations(document)[0]?.requestBody
}

async function textOf(type: string, body: Json, mediaType: JsonObject = {}): Promise<string> {
  return Buffer.from((await encodeBody(type, body, bodyOf(type, mediaType))).body).toString()
}

describe('encodeBody', () => {
  test.each([
    ['application/json', 'a', '"a"'],
    ['text/plain', 'a', 'a'],
    ['application/xml', '<a/>', '<a/>'],
    ['application/octet-stream', 'a', 'a'],
    [FORM, { a: 'b c', d: ['e', 'f'] }, 'a=b%20c&d=e&d=f'],
  ] as const)('encodes a body as %s: %j', async (type, body, bytes) => {
    expect(await textOf(type, body)).toBe(bytes)
  })

  const PLACE = { city: 'X', floors: [1, 2] }

  test.each([
    ['an object without an encoding as JSON', {}, { at: { city: 'X' } }, 'at=%7B%22city%22%3A%22X%22%7D'],
    ['a list of objects as JSON, item by item', {}, { at: [{ n: 1 }, 2] }, 'at=%7B%22n%22%3A1%7D&at=2'],
    ['explode: false with commas', { at: { explode: false } }, { at: [1, 2] }, 'at=1,2'],
    ['style spaceDelimited', { at: { style: 'spaceDelimited', explode: false } }, { at: [1, 2] }, 'at=1%202'],
    ['style pipeDelimited', { at: { style: 'pipeDelimited' } }, { at: [1, 2] }, 'at=1%7C2'],
    [
      'style deepObject',
      { at: { style: 'deepObject' } },
      { at: PLACE },
      'at%5Bcity%5D=X&at%5Bfloors%5D=1&at%5Bfloors%5D=2',
    ],
    [
      'style form with explode, for an object',
      { at: { style: 'form', explode: true } },
      { at: { city: 'X' } },
      'city=X',
    ],
    ['allowReserved', { at: { allowReserved: true } }, { at: 'a/b?c' }, 'at=a/b?c'],
    [
      'contentType application/json, for a string',
      { at: { contentType: 'application/json' } },
      { at: 'x' },
      'at=%22x%22',
    ],
  ] as const)('encodes a URL-encoded form: %s', async (_what, encoding, body, bytes) => {
    expect(await textOf(FORM, body, { encoding })).toBe(bytes)
  })

  /** Encodes a value as multipart. Returns the header lines and the content of each part. */
  async function partsOf(body: Json, mediaType: JsonObject = {}): Promise<string[]> {
    const { contentType, body: bytes } = await encodeBody(MULTIPART, body, bodyOf(MULTIPART, mediaType))
    const [, boundary = ''] = contentType.split('boundary=')
    const parts = Buffer.from(bytes).toString().split(`--${boundary}`)
    expect([parts[0], parts.at(-1)]).toEqual(['', '--\r\n'])
    return parts.slice(1, -1)
  }

  const part = (name: string, content: string, ...headers: string[]): string =>
    [
      '',
      `Content-Disposition: form-data; name="${name}"${headers.length > 0 ? headers.join('\r\n') : ''}`,
      '',
      content,
      '',
    ].join('\r\n')

  test('encodes multipart with one part for each array item, and with objects as JSON', async () => {
    expect(await partsOf({ a: 'b', c: ['d', { e: 1 }], 'f"g': 2 })).toEqual([
      part('a', 'b'),
      part('c', 'd'),
      part('c', '{"e":1}', '', 'Content-Type: application/json'),
      part('f%22g', '2'),
    ])
  })

  test.each([
    ['format: binary', { type: 'string', format: 'binary' }, {}, 'application/octet-stream', 'scan.bin'],
    ['no type at all', {}, {}, 'application/octet-stream', 'scan.bin'],
    ['contentMediaType', { type: 'string', contentMediaType: 'image/png' }, {}, 'image/png', 'scan.png'],
    [
      'a list of binary items',
      { type: 'array', items: { type: 'string', format: 'binary' } },
      {},
      'application/octet-stream',
      'scan.bin',
    ],
    [
      'a contentType',
      { type: 'string', format: 'binary' },
      { contentType: 'application/pdf, image/png' },
      'application/pdf',
      'scan.pdf',
    ],
    ['a media type range', { type: 'string', format: 'binary' }, { contentType: 'image/*' }, 'image/png', 'scan.png'],
    [
      'text/plain for bytes',
      { type: 'string', format: 'binary' },
      { contentType: 'text/plain' },
      'text/plain',
      'scan.txt',
    ],
  ] as const)(
    'gives a file name to a part whose schema or encoding has %s',
    async (_what, schema, encoding, type, file) => {
      const found = await partsOf(
        { scan: 'x' },
        { schema: { type: 'object', properties: { scan: schema } }, encoding: { scan: encoding } },
      )
      expect(found).toEqual([part('scan', 'x', `; filename="${file}"`, `Content-Type: ${type}`)])
    },
  )

  test('gives no file name to a text or JSON part, and writes a string in a JSON part with quotation marks', async () => {
    const encoding = { a: { contentType: 'text/plain' }, b: { contentType: 'application/json' } }
    expect(await partsOf({ a: 'x', b: 'y' }, { encoding })).toEqual([
      part('a', 'x', '', 'Content-Type: text/plain'),
      part('b', '"y"', '', 'Content-Type: application/json'),
    ])
  })

  test('adds the headers of an encoding to its part, but not Content-Type', async () => {
    const header = (example: string): JsonObject => ({ schema: { type: 'string', example } })
    const encoding = { a: { headers: { 'X-Page': header('7'), 'Content-Type': header('a/b') } } }
    expect(await partsOf({ a: 'x' }, { encoding })).toEqual([part('a', 'x', '', 'X-Page: 7')])
  })

  test('chooses a boundary that no part contains', async () => {
    const { contentType } = await encodeBody(MULTIPART, { a: 'x' })
    const [, boundary = ''] = contentType.split('boundary=')
    expect((await partsOf({ a: `--${boundary}` })).length).toBe(1)
  })
})
