import { expect, test } from 'vitest'
import { diffDocuments } from '../../../src/diff/diff-documents.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import type { Json } from '../../../src/json.ts'

const TEXT = { type: 'string' }
const bodyOf = (range: string, media: Json): Json => ({ requestBody: { content: { [range]: media } } })
const query = (more: object): Json => ({ parameters: [{ name: 'q', in: 'query', schema: TEXT, ...more }] })
const part = (encoding: object): Json =>
  bodyOf('multipart/form-data', {
    schema: { type: 'object', properties: { file: TEXT, meta: { type: 'object' } } },
    encoding: encoding as Json,
  })
const answer = (schema: object): Json => ({
  responses: { 200: { description: 'ok', content: { 'application/json': { schema: schema as Json } } } },
})
/** Returns an operation with a callback. `more` has additional properties of the operation in the callback. */
const callback = (name: string, more: object): Json => ({
  callbacks: { [name]: { '{$request.body#/url}': { post: { responses: { 200: { description: 'ok' } }, ...more } } } },
})

function documentWith(operation: Json) {
  return documentFromText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1.0.0' },
      paths: { '/orders': { post: { responses: { 200: { description: 'ok' } }, ...(operation as object) } } },
      components: {
        callbacks: {
          endless: { '{$url}': { post: { callbacks: { again: { $ref: '#/components/callbacks/endless' } } } } },
        },
      },
    }),
  )
}

function rulesBetween(base: Json, head: Json): string[] {
  return diffDocuments(documentWith(base), documentWith(head), { today: '2026-01-01' }).map(({ rule }) => rule)
}

type Row = readonly [change: string, base: Json, head: Json, forward: readonly string[], back: readonly string[]]

const rows: readonly Row[] = [
  [
    '`allowEmptyValue: true`',
    query({}),
    query({ allowEmptyValue: true }),
    ['request-schema-widened'],
    ['request-schema-narrowed'],
  ],
  ['`allowEmptyValue: false`, the default', query({}), query({ allowEmptyValue: false }), [], []],
  ['a deprecated parameter', query({}), query({ deprecated: true }), ['deprecated'], ['no-longer-deprecated']],
  [
    'one more content type of a part',
    part({ file: { contentType: 'image/png' } }),
    part({ file: { contentType: 'image/png, image/gif' } }),
    ['request-schema-widened'],
    ['request-schema-narrowed'],
  ],
  [
    'the content type that is the default of a part',
    part({}),
    part({ meta: { contentType: 'application/json' } }),
    [],
    [],
  ],
  [
    'a required header of a part',
    part({ file: {} }),
    part({ file: { headers: { 'X-Hash': { required: true, schema: TEXT } } } }),
    ['required-parameter-added'],
    [],
  ],
  [
    'a header of a part that becomes required',
    part({ file: { headers: { 'X-Hash': { schema: TEXT } } } }),
    part({ file: { headers: { 'x-hash': { required: true, schema: TEXT } } } }),
    ['parameter-became-required'],
    ['parameter-became-optional'],
  ],
  [
    'a media type that becomes a range',
    bodyOf('application/json', { schema: TEXT }),
    bodyOf('application/*', { schema: TEXT }),
    ['request-media-type-added'],
    ['request-media-type-removed'],
  ],
  [
    'the format `password`, a hint',
    bodyOf('application/json', { schema: TEXT }),
    bodyOf('application/json', { schema: { ...TEXT, format: 'password' } }),
    [],
    [],
  ],
  [
    'an encoding of a text in a response',
    answer(TEXT),
    answer({ ...TEXT, contentEncoding: 'base64' }),
    ['response-schema-unclear'],
    ['response-schema-widened'],
  ],
  [
    'a callback of a callback',
    callback('paid', {}),
    callback('paid', callback('booked', {}) as object),
    ['callback-added'],
    ['callback-removed'],
  ],
  [
    'a parameter in a callback of a callback',
    callback('paid', callback('booked', query({}) as object) as object),
    callback('paid', callback('booked', query({ required: true }) as object) as object),
    ['webhook-parameter-became-required'],
    ['webhook-parameter-became-optional'],
  ],
  [
    'a callback that contains itself',
    { callbacks: { endless: { $ref: '#/components/callbacks/endless' } } },
    { callbacks: { endless: { $ref: '#/components/callbacks/endless' } } },
    [],
    [],
  ],
]

test.each(rows)('diff reports the right changes, if any, for %s', (_change, base, head, forward) =>
  expect(rulesBetween(base, head)).toEqual(forward),
)

test.each(rows)('diff reports the right changes, if any, for undoing %s', (_change, base, head, _forward, back) =>
  expect(rulesBetween(head, base)).toEqual(back),
)
