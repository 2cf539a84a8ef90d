import { expect, test } from 'vitest'
import { contentTypeHeader, encodeBody } from '../../../src/exchanges/encode-body.ts'

const text = (type: string, body: Parameters<typeof encodeBody>[1]): string =>
  Buffer.from(encodeBody(type, body)).toString()

test.each([
  ['application/json', 'a', '"a"'],
  ['text/plain', 'a', 'a'],
  ['application/xml', '<a/>', '<a/>'],
  ['application/x-www-form-urlencoded', { a: 'b c', d: ['e', 'f'] }, 'a=b%20c&d=e&d=f'],
] as const)('writes %s: %j', (type, body, bytes) => {
  expect(text(type, body)).toBe(bytes)
})

test('writes multipart with a boundary, arrays item by item and objects as JSON', () => {
  const type = contentTypeHeader('multipart/form-data')
  const [, boundary = ''] = type.split('boundary=')
  expect(text(type, { a: 'b', c: ['d', { e: 1 }], 'f"g': 2 }).split(`--${boundary}`)).toEqual([
    '',
    '\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n',
    '\r\nContent-Disposition: form-data; name="c"\r\n\r\nd\r\n',
    '\r\nContent-Disposition: form-data; name="c"\r\nContent-Type: application/json\r\n\r\n{"e":1}\r\n',
    '\r\nContent-Disposition: form-data; name="f%22g"\r\n\r\n2\r\n',
    '--\r\n',
  ])
})
