import createClient from 'openapi-fetch'
import { describe, expect, test } from 'vitest'
import { createLobbieMiddleware, type paths } from '../../../generated/lobbie/index.ts'
import type { ContractViolation } from '../../../src/client/errors.ts'
import type { MiddlewareOptions } from '../../../src/client/sending/middleware.ts'
import { BASE_URL, json, lobbieAppointment, lobbiePath } from './fixtures.ts'

const PATH = '/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}'

function client(answer: () => Response, options?: MiddlewareOptions) {
  const sent: Request[] = []
  const made = createClient<paths>({
    baseUrl: BASE_URL,
    fetch: async (request) => {
      sent.push(request)
      return answer()
    },
  })
  made.use(createLobbieMiddleware(options))
  return { sent, put: (body: object) => made.PUT(PATH, { params: { path: lobbiePath }, body }) }
}

describe('a client of openapi-fetch with the middleware', () => {
  test('returns a valid response with a readable body', async () => {
    const { data } = await client(() => json(200, lobbieAppointment)).put({ note: 'a' })
    expect(data).toEqual(lobbieAppointment)
  })

  const lies: readonly [what: string, answer: () => Response, rule: string][] = [
    ['a 503 with an HTML page', () => new Response('<html>', { status: 503 }), 'status_code_conformance'],
    [
      'a 200 with another content type',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'content_type_conformance',
    ],
    [
      'a 200 whose body is not JSON',
      () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      'response_schema_conformance',
    ],
    [
      'an empty JSON body, 200',
      () => new Response('', { headers: { 'content-type': 'application/json' } }),
      'response_schema_conformance',
    ],
    ['an undocumented 204', () => new Response(null, { status: 204 }), 'status_code_conformance'],
    ['a property of the wrong type', () => json(200, { ...lobbieAppointment, id: '1' }), 'response_schema_conformance'],
    ['a 401 without WWW-Authenticate', () => json(401, { message: 'no' }), 'response_headers_conformance'],
  ]

  test.each(lies)('throws a ContractViolation for %s', async (_what, answer, rule) => {
    await expect(client(answer).put({ note: 'a' })).rejects.toMatchObject({ name: 'ContractViolation', rule })
  })

  test.each(lies)(
    'calls the warn function and does not throw if onViolation is `warn`: %s',
    async (_what, answer, rule) => {
      const told: ContractViolation[] = []
      const { put } = client(answer, { onViolation: 'warn', warn: (violation) => told.push(violation) })
      await put({ note: 'a' })
      expect(told).toMatchObject([{ rule }])
    },
  )

  test.each([
    ['an empty object as its body', {}],
    ['only undefined properties', { note: undefined }],
    ['an unknown field', { note: 'a', bogus: 1 }],
  ])('does not send a request with %s', async (_what, body) => {
    const { sent, put } = client(() => json(200, lobbieAppointment))
    await expect(put(body)).rejects.toMatchObject({ name: 'RequestRefused' })
    expect(sent).toHaveLength(0)
  })

  test('does not send a body with an undocumented content type', async () => {
    const made = createClient<paths>({ baseUrl: BASE_URL, fetch: async () => json(200, lobbieAppointment) })
    made.use(createLobbieMiddleware())
    const headers = { 'content-type': 'application/merge-patch+json' }
    const call = made.PUT(PATH, { params: { path: lobbiePath }, body: { note: 'a' }, headers })
    await expect(call).rejects.toMatchObject({ clause: 'updateAppointment/requestBody/content' })
  })
})
