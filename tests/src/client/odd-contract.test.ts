import { describe, expect, test } from 'vitest'
import type { Answer, AnswerWithHeaders, StatusIn } from '../../../src/client/answers/answer.ts'
import { createCall } from '../../../src/client/client.ts'
import type { Contract, Mismatch, ContractOperation } from '../../../src/client/contract.ts'
import type { Fetch } from '../../../src/client/sending/fetch.ts'
import { serializeParameter } from '../../../src/client/requests/serialize-parameter.ts'
import { BASE_URL, rejection } from './fixtures.ts'

const positive = (value: unknown): Mismatch[] => {
  const total = (value as Record<string, unknown>)['X-Total']
  return typeof total === 'number' ? [] : [{ keyword: '/properties/X-Total/type', at: '/X-Total', expected: 'integer' }]
}

const list: ContractOperation = {
  id: 'get /things/{thing-id}',
  method: 'GET',
  path: '/things/{thing-id}',
  security: [['the key', 'Second']],
  parameters: [
    { in: 'path', name: 'thing-id', required: true },
    { in: 'query', name: 'page', required: false, serialize: serializeParameter },
    { in: 'query', name: 'of', required: false, serialize: serializeParameter },
  ],
  responses: {
    '200': {
      content: { 'application/*': {} },
      headers: [{ name: 'X-Total', decode: 'number' }],
      checkHeaders: positive,
    },
    '4XX': { content: { 'application/problem+json': {} }, headers: [] },
    default: {
      content: {},
      headers: [
        { name: 'X-Tags', decode: { items: 'text' } },
        { name: 'X-On', decode: 'boolean' },
      ],
    },
  },
}
const note: ContractOperation = {
  id: 'note',
  method: 'POST',
  path: '/notes',
  security: [],
  parameters: [],
  requestBody: { required: false, contentType: 'text/plain', partial: false },
  responses: { '201': { content: { 'text/*': {} }, headers: [] } },
}
const head: ContractOperation = {
  id: 'head',
  method: 'HEAD',
  path: '/notes',
  security: [],
  parameters: [],
  responses: {
    '200': {
      content: { 'application/json': { check: () => [{ keyword: '/type', at: '', expected: 'object' }] } },
      headers: [{ name: 'X-Total', decode: 'number' }],
      checkHeaders: positive,
    },
    '204': { content: { 'application/json': {} }, headers: [] },
  },
}
const contract: Contract = {
  schemes: { 'the key': { type: 'apiKey', in: 'query', parameter: 'api key' }, Second: { type: 'bearer' } },
  operations: { list, note, head },
}
const credentials = { 'the key': { apiKey: 'k&y' }, Second: { token: 'second-token' } }

function clientOf(answer: () => Response) {
  const seen: { url: string; init: Parameters<Fetch>[1] }[] = []
  const fetch: Fetch = async (url, init) => {
    seen.push({ url, init })
    return answer()
  }
  return { seen, call: createCall(contract, { baseUrl: `${BASE_URL}/v1/`, fetch }, credentials) }
}

const plain = (status: number, text: string | null, headers: Record<string, string>): Response =>
  new Response(text, { status, headers })

describe('a client of a document with unusual features', () => {
  test('sends every credential that one alternative requires, and escapes path segments', async () => {
    const json = { 'content-type': 'application/json', 'x-total': '3' }
    const { seen, call } = clientOf(() => plain(200, '[]', json))
    const answer = await call(list, { path: { 'thing-id': 'a/b ü' }, query: { page: 2, of: ['x', 'y'] } })
    expect(seen[0]?.url).toBe(`${BASE_URL}/v1/things/a%2Fb%20%C3%BC?page=2&of=x&of=y&api%20key=k%26y`)
    expect(seen[0]?.init.headers).toMatchObject({ authorization: 'Bearer second-token' })
    expect(answer).toMatchObject({ status: 200, body: [], headers: { 'X-Total': 3, 'x-total': '3' } })
  })

  test('names an invalid header by its documented name in the error', async () => {
    const json = { 'content-type': 'application/json; charset=utf-8', 'x-total': 'many' }
    const { call } = clientOf(() => plain(200, '[]', json))
    const error = await rejection(call(list, { path: { 'thing-id': 'a' } }))
    expect(error).toMatchObject({
      clause: 'get /things/{thing-id}/responses/200/headers/X-Total/schema/type',
      at: 'X-Total',
    })
  })

  test('treats the status 418 as documented by the range 4XX, and the status 500 as documented by `default`', async () => {
    const problem = clientOf(() => plain(418, '{}', { 'content-type': 'application/problem+json' }))
    expect(await problem.call(list, { path: { 'thing-id': 'a' } })).toMatchObject({ status: 418, body: {} })
    const other = clientOf(() => plain(500, 'whatever', { 'x-tags': 'a, b', 'x-on': 'true' }))
    const answer = await other.call(list, { path: { 'thing-id': 'a' } })
    expect(answer).toMatchObject({ status: 500, headers: { 'X-Tags': ['a', 'b'], 'X-On': true } })
    expect(answer.body).toBeUndefined()
  })

  test('refuses a parameter that the document does not list', async () => {
    const { seen, call } = clientOf(() => plain(200, '[]', {}))
    const error = await rejection(call(list, { path: { 'thing-id': 'a' }, query: { size: 2 } }))
    expect(error.message).toContain('not sent: `query.size` is not a documented parameter')
    expect(seen).toHaveLength(0)
  })

  test.each(['', '.', '..'])('refuses the path value %j', async (id) => {
    const { seen, call } = clientOf(() => plain(200, '[]', {}))
    const error = await rejection(call(list, { path: { 'thing-id': id } }))
    expect(error).toMatchObject({ name: 'RequestRefused', at: '/path/thing-id' })
    expect(seen).toHaveLength(0)
  })

  test('sends and reads text unchanged', async () => {
    const { seen, call } = clientOf(() => plain(201, 'fine "so far"', { 'content-type': 'text/markdown' }))
    expect(await call(note, { body: 'a "note"' })).toMatchObject({ status: 201, body: 'fine "so far"' })
    expect(seen[0]?.init).toMatchObject({ body: 'a "note"', headers: { 'content-type': 'text/plain' } })
  })

  test.each([
    [200, { 'x-total': '2', 'content-type': 'application/json' }],
    [200, { 'x-total': '2' }],
    [204, {}],
  ])('accepts a response without a body to a HEAD request: status %i, headers %j', async (status, headers) => {
    const { call } = clientOf(() => plain(status, null, headers as Record<string, string>))
    await expect(call(head, {})).resolves.toMatchObject({ status, body: undefined })
  })

  test('still checks the headers of a HEAD response', async () => {
    const { call } = clientOf(() => plain(200, null, {}))
    expect(await rejection(call(head, {}))).toMatchObject({ rule: 'response_headers_conformance' })
  })

  test('sends no content type without a body', async () => {
    const { seen, call } = clientOf(() => plain(201, '', { 'content-type': 'text/plain' }))
    await call(note, {})
    expect(seen[0]?.init).not.toHaveProperty('body')
    expect(seen[0]?.init.headers).not.toHaveProperty('content-type')
  })
})

test('checking the status of a response narrows the types of its body and headers, also for a range such as 4XX', () => {
  type Given =
    | AnswerWithHeaders<200, { id: number }, { 'X-Total': number }>
    | Answer<204, undefined>
    | Answer<409, { conflict: string }>
    | Answer<StatusIn<'4XX', 409>, { code: string }>
  const read = (answer: Given): number | string | undefined => {
    if (answer.status === 200) return answer.body.id + answer.headers['X-Total']
    if (answer.status === 204) return answer.body
    if (answer.status === 409) return answer.body.conflict
    return answer.body.code
  }
  expect(read({ status: 200, body: { id: 1 }, headers: { 'X-Total': 1 }, attempts: 1 })).toBe(2)
})
