import { describe, expect, test } from 'vitest'
import { ContractViolation } from '../../../src/client/errors.ts'
import { BASE_URL, json, lobbieAppointment, lobbieClient, lobbiePath, rejection, scripted } from './fixtures.ts'

const body = { note: 'Bring the referral letter' }

describe('a response', () => {
  test('has the TypeScript type of the body that its status documents', async () => {
    const { fetch } = scripted(() => json(200, lobbieAppointment))
    const answer = await lobbieClient({ baseUrl: BASE_URL, fetch }).updateAppointment(lobbiePath, body)
    expect(answer).toMatchObject({ status: 200, body: lobbieAppointment, attempts: 1 })
    if (answer.status === 200) expect(answer.body.durationMinutes).toBe(30)
  })

  test.each([400, 403, 404, 409] as const)('with status %i is returned without a retry', async (status) => {
    const script = scripted(() => json(status, { message: 'no' }))
    const answer = await lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch }).updateAppointment(lobbiePath, body)
    expect(answer).toMatchObject({ status, body: { message: 'no' } })
    expect(script.calls).toHaveLength(1)
  })

  test('has documented headers under their documented names, and all headers under lower-case names', async () => {
    const { fetch } = scripted(() => json(401, { message: 'no' }, { 'www-authenticate': 'Bearer', 'x-trace': 'a' }))
    const answer = await lobbieClient({ baseUrl: BASE_URL, fetch }).updateAppointment(lobbiePath, body)
    if (answer.status === 401) expect(answer.headers['WWW-Authenticate'].startsWith('Bearer')).toBe(true)
    expect(answer.headers).toMatchObject({ 'WWW-Authenticate': 'Bearer', 'x-trace': 'a' })
  })

  test('keeps undocumented fields if its schema allows them', async () => {
    const { fetch } = scripted(() => json(200, { ...lobbieAppointment, room: 4 }))
    const answer = await lobbieClient({ baseUrl: BASE_URL, fetch }).updateAppointment(lobbiePath, body)
    expect(answer.body).toHaveProperty('room', 4)
  })
})

interface Lie {
  readonly response: string
  readonly answer: () => Response
  readonly rule: string
  readonly clause: string
}

const media = 'content/application~1json/schema'
const lies: readonly Lie[] = [
  {
    response: 'an HTML page, 500',
    answer: () => html(500),
    rule: 'status_code_conformance',
    clause: 'responses',
  },
  {
    response: 'an HTML page, 200',
    answer: () => html(200),
    rule: 'content_type_conformance',
    clause: 'responses/200/content',
  },
  {
    response: 'an undocumented 204',
    answer: () => new Response(null, { status: 204 }),
    rule: 'status_code_conformance',
    clause: 'responses',
  },
  {
    response: 'an empty 200 without a content type',
    answer: () => new Response(null),
    rule: 'content_type_conformance',
    clause: 'responses/200/content',
  },
  {
    response: 'an empty JSON body, 200',
    answer: () => text(200, ''),
    rule: 'response_schema_conformance',
    clause: `responses/200/${media}`,
  },
  {
    response: 'truncated JSON',
    answer: () => text(200, '{"id":1'),
    rule: 'response_schema_conformance',
    clause: `responses/200/${media}`,
  },
  {
    response: 'a missing field',
    answer: () => without('endTime'),
    rule: 'response_schema_conformance',
    clause: `responses/200/${media}/required/endTime`,
  },
  {
    response: 'a field of another type',
    answer: () => changed({ durationMinutes: '30' }),
    rule: 'response_schema_conformance',
    clause: `responses/200/${media}/properties/durationMinutes/type`,
  },
  {
    response: 'a time without a UTC offset',
    answer: () => changed({ startTime: '2026-01-15T09:00:00' }),
    rule: 'response_schema_conformance',
    clause: `responses/200/${media}/properties/startTime/format`,
  },
  {
    response: 'an undocumented enum value',
    answer: () => changed({ status: 'VOIDED' }),
    rule: 'response_schema_conformance',
    clause: `responses/200/${media}/properties/status/enum`,
  },
  {
    response: 'null instead of an object',
    answer: () => json(200, null),
    rule: 'response_schema_conformance',
    clause: `responses/200/${media}/type`,
  },
  {
    response: 'an error body with other fields',
    answer: () => json(409, { error: 'taken' }),
    rule: 'response_schema_conformance',
    clause: `responses/409/${media}/required/message`,
  },
  {
    response: 'a missing header',
    answer: () => json(401, { message: 'no' }),
    rule: 'response_headers_conformance',
    clause: 'responses/401/headers/WWW-Authenticate/required',
  },
  {
    response: 'an undocumented redirect',
    answer: () => new Response(null, { status: 302, headers: { location: 'https://example.org' } }),
    rule: 'status_code_conformance',
    clause: 'responses',
  },
]

describe('a contract violation', () => {
  test.each(lies)('makes the client throw a ContractViolation: $response', async ({ answer, rule, clause }) => {
    const { fetch } = scripted(answer)
    const error = await rejection(lobbieClient({ baseUrl: BASE_URL, fetch }).updateAppointment(lobbiePath, body))
    expect(error).toBeInstanceOf(ContractViolation)
    expect(error).toMatchObject({ rule, clause: `updateAppointment/${clause}`, status: answer().status })
    expect(error.message).not.toContain('VOIDED')
  })

  test.each(lies)(
    'is passed to the warn function and not thrown if onViolation is `warn`: $response',
    async ({ answer, rule }) => {
      const { fetch } = scripted(answer)
      const told: ContractViolation[] = []
      const warn = (violation: ContractViolation): void => void told.push(violation)
      const client = lobbieClient({ baseUrl: BASE_URL, fetch, onViolation: 'warn', warn })
      expect(await client.updateAppointment(lobbiePath, body)).toHaveProperty('status', answer().status)
      expect(told).toMatchObject([{ rule }])
    },
  )

  test('is ignored if onViolation is `ignore`', async () => {
    const { fetch } = scripted(() => html(502))
    const client = lobbieClient({ baseUrl: BASE_URL, fetch, onViolation: 'ignore' })
    expect(await client.updateAppointment(lobbiePath, body)).toMatchObject({ status: 502, body: '<html></html>' })
  })

  test('is ignored if it is an unknown enum value and unknownEnumValues is `accept`; other violations are thrown', async () => {
    const unknown = scripted(() => changed({ status: 'VOIDED' }))
    const options = { baseUrl: BASE_URL, unknownEnumValues: 'accept' } as const
    const answer = await lobbieClient({ ...options, fetch: unknown.fetch }).updateAppointment(lobbiePath, body)
    expect(answer.body).toHaveProperty('status', 'VOIDED')
    const wrong = scripted(() => changed({ status: 'VOIDED', note: 7 }))
    const error = await rejection(lobbieClient({ ...options, fetch: wrong.fetch }).updateAppointment(lobbiePath, body))
    expect(error).toMatchObject({ at: '/note' })
  })
})

function text(status: number, content: string): Response {
  return new Response(content, { status, headers: { 'content-type': 'application/json' } })
}

function html(status: number): Response {
  return new Response('<html></html>', { status, headers: { 'content-type': 'text/html' } })
}

function changed(change: object): Response {
  return json(200, { ...lobbieAppointment, ...change })
}

function without(field: string): Response {
  return json(200, Object.fromEntries(Object.entries(lobbieAppointment).filter(([name]) => name !== field)))
}
