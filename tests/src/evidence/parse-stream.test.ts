import { expect, test } from 'vitest'
import { parseStream } from '../../../src/evidence/response/parse-stream.ts'
import { writeStream } from '../../../src/operations/write-stream.ts'
import { streamFormat } from '../../../src/operations/media-types.ts'
import type { JsonObject } from '../../../src/json.ts'
import { schemaOf } from '../../support/document-of.ts'

const parsed = (contentType: string, text: string, isPartial = false) =>
  parseStream(Buffer.from(text), { contentType, schema: undefined, isPartial })

test.each([
  ['text/event-stream; charset=utf-8', 'events'],
  ['application/jsonl', 'lines'],
  ['application/x-ndjson', 'lines'],
  ['application/json-seq', 'sequence'],
  ['application/geo+json-seq', 'sequence'],
  ['application/json', undefined],
  ['multipart/mixed', undefined],
])('the media type %s is a stream in the format %s (undefined: it is no stream)', (contentType, format) => {
  expect(streamFormat(contentType)).toBe(format)
})

test.each([
  ['one JSON value in each line', 'application/jsonl', '{"a":1}\n\r\n2\r\n', [{ a: 1 }, 2]],
  ['JSON texts after record separators', 'application/json-seq', '\u001e{"a":1}\n\u001e2\n', [{ a: 1 }, 2]],
  ['an empty stream has no item', 'application/jsonl', '', []],
  [
    'events with several fields and lines of data',
    'text/event-stream',
    ': hello\nretry: 10\n\nid: 7\nevent: jump\ndata: a\ndata:b\nretry: 5\n\ndata\n\n',
    [{ id: '7', event: 'jump', data: 'a\nb', retry: 5 }, { data: '' }],
  ],
  [
    'an event without the final empty line is not an item',
    'text/event-stream',
    'data: 1\n\ndata: 2\n',
    [{ data: '1' }],
  ],
])('a stream is parsed to its items: %s', (_subject, contentType, text, items) => {
  expect(parsed(contentType, text)).toEqual({ kind: 'json', value: items })
})

test.each(['application/jsonl', 'application/json-seq'])(
  'the incomplete last item of a %s stream is ignored if the stream was not read to its end',
  (contentType) => {
    const whole = writeStream([{ a: 1 }, { a: 2 }], streamFormat(contentType) ?? 'lines')
    const cut = whole.slice(0, -3)
    expect(parsed(contentType, cut, true)).toEqual({ kind: 'json', value: [{ a: 1 }] })
    expect(parsed(contentType, cut).kind).toBe('unreadable')
  },
)

test('a stream item that is not JSON is reported with its number', () => {
  expect(parsed('application/jsonl', '1\n{\n')).toEqual({
    kind: 'unreadable',
    because: 'item 2 of the stream is not valid JSON',
  })
})

test('the data of a server-sent event is read as text if the schema allows text, and as JSON if the schema describes the parsed value', () => {
  const dataOf = (data: JsonObject): unknown => {
    const schema = schemaOf({ items: { type: 'object', properties: { data } } })
    const body = parseStream(Buffer.from('data: {"legs":"x"}\n\n'), {
      contentType: 'text/event-stream',
      schema,
      isPartial: false,
    })
    return body.kind === 'json' ? body.value : body
  }
  expect(dataOf({ type: 'string' })).toEqual([{ data: '{"legs":"x"}' }])
  expect(dataOf({ type: 'object', properties: { legs: { type: 'integer' } } })).toEqual([{ data: { legs: 'x' } }])
})
