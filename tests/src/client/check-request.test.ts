import { describe, expect, test } from 'vitest'
import type { LobbieClientOptions } from '../../../generated/lobbie/index.ts'
import { RequestRefused } from '../../../src/client/errors.ts'
import {
  anivaClient,
  anivaPath,
  BASE_URL,
  json,
  lobbieAppointment,
  lobbieClient,
  lobbiePath,
  rejection,
  scripted,
} from './fixtures.ts'

const body = 'requestBody/content/application~1json/schema'

/**
 * Bodies that the document forbids. If the caller uses a cast or writes JavaScript, TypeScript does not report them.
 */
const refused: readonly [what: string, body: unknown, clause: string, at: string][] = [
  ['an empty patch', {}, `${body}/minProperties`, ''],
  ['only undefined properties', { note: undefined }, `${body}/minProperties`, ''],
  ['undefined in an array', { note: [undefined] }, body, '/note/0'],
  ['an unknown field', { note: 'a', bogus: 1 }, `${body}/additionalProperties`, '/bogus'],
  [
    'a field that only the response has',
    { endTime: '2026-01-15T09:00:00Z' },
    `${body}/additionalProperties`,
    '/endTime',
  ],
  ['a field that is null', { note: null }, `${body}/properties/note/type`, '/note'],
  ['an unknown enum value', { status: 'VOIDED' }, `${body}/properties/status/enum`, '/status'],
  [
    'a time without an offset',
    { startTime: '2026-01-15T09:00:00' },
    `${body}/properties/startTime/format`,
    '/startTime',
  ],
  ['a Date object', { startTime: new Date(0) }, body, '/startTime'],
  ['a fraction', { practitionerId: 1.5 }, `${body}/properties/practitionerId/type`, '/practitionerId'],
  ['a number that JSON cannot represent', { practitionerId: Number.NaN }, body, '/practitionerId'],
  ['a bigint', { practitionerId: 7n }, body, '/practitionerId'],
  ['no body', undefined, 'requestBody/required', ''],
  ['an array instead of an object', [{ note: 'a' }], `${body}/type`, ''],
  ['text instead of an object', '{"note":"a"}', `${body}/type`, ''],
  ['a function', { note: () => 'a' }, body, '/note'],
]

const paths: readonly [what: string, path: unknown, clause: string][] = [
  ['a missing id', { accountId: 31, locationId: 207 }, 'parameters/appointmentId/required'],
  ['an undefined id', { ...lobbiePath, appointmentId: undefined }, 'parameters/appointmentId/required'],
  ['a fraction as an id', { ...lobbiePath, accountId: 1.5 }, 'parameters/accountId/schema/type'],
  ['NaN as an id', { ...lobbiePath, accountId: Number.NaN }, 'parameters/accountId/schema/type'],
  ['text as an id', { ...lobbiePath, accountId: '31' }, 'parameters/accountId/schema/type'],
  ['null as an id', { ...lobbiePath, accountId: null }, 'parameters/accountId/schema/type'],
]

describe('the client refuses an invalid request before it sends anything', () => {
  test.each(refused)('if the body is invalid: %s', async (_what, sent, clause, at) => {
    const script = scripted(() => json(200, lobbieAppointment))
    const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch })
    const error = await rejection(client.updateAppointment(lobbiePath, sent as never))
    expect(error).toBeInstanceOf(RequestRefused)
    expect(error).toMatchObject({ clause: `updateAppointment/${clause}`, at })
    expect(script).toMatchObject({ calls: [], tokens: 0 })
  })

  test.each(paths)('if the path has %s', async (_what, path, clause) => {
    const script = scripted(() => json(200, lobbieAppointment))
    const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch })
    const error = await rejection(client.updateAppointment(path as never, { note: 'a' }))
    expect(error).toMatchObject({ name: 'RequestRefused', clause: `updateAppointment/${clause}` })
    expect(script).toMatchObject({ calls: [], tokens: 0 })
  })

  test.each(['', '..', 'not-a-uuid', `urn:uuid:${anivaPath.id}`, `${anivaPath.id}/../x`])(
    'if the id in the path is %j',
    async (id) => {
      const script = scripted(() => json(403, { error: 'Forbidden' }))
      const call = anivaClient({ baseUrl: BASE_URL, fetch: script.fetch }).updateAppointment(
        { id },
        { location_id: anivaPath.id },
      )
      expect(await rejection(call)).toMatchObject({ clause: 'updateAppointment/parameters/id/schema/format' })
      expect(script.calls).toHaveLength(0)
    },
  )
})

test('the client does not send properties that are undefined', async () => {
  const script = scripted(() => json(200, lobbieAppointment))
  const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch })
  await client.updateAppointment(lobbiePath, { note: 'a', status: undefined } as never)
  expect(script.calls.at(-1)).toMatch(/ \{"note":"a"\}$/)
})

test('the client accepts a body object that has no prototype', async () => {
  const script = scripted(() => json(200, lobbieAppointment))
  const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch })
  const bare = Object.assign(Object.create(null) as { note?: string }, { note: 'a' })
  await client.updateAppointment(lobbiePath, bare)
  expect(script.calls).toEqual(['PUT {"note":"a"}'])
})

const options: readonly [what: string, options: Partial<Record<keyof LobbieClientOptions, unknown>>][] = [
  ['an invalid base URL', { baseUrl: 'api.example.com' }],
  ['a base URL that is not a string', { baseUrl: undefined }],
  ['a request id header that the client sets itself', { requestIdHeader: 'Accept' }],
  ['a request id header with a space in its name', { requestIdHeader: 'request id' }],
  ['a base URL of another scheme', { baseUrl: 'ftp://api.example.com' }],
  ['a base URL with a password', { baseUrl: 'https://user:hunter2@api.example.com' }],
  ['a time limit of 0', { timeoutMs: 0 }],
  ['a negative number of retries', { retries: -1 }],
  ['a Content-Type header', { headers: { 'Content-Type': 'application/merge-patch+json' } }],
  ['an invalid header value', { headers: { 'x-trace': 'a\nb' } }],
  ['onViolation `warn` without a warn function', { onViolation: 'warn' }],
  ['no credentials', { credentials: undefined }],
]

test.each(options)('creating a client throws for %s', (_what, wrong) => {
  expect(() => lobbieClient({ baseUrl: BASE_URL, ...wrong } as never)).toThrow(TypeError)
  expect(() => lobbieClient({ baseUrl: BASE_URL, ...wrong } as never)).not.toThrow(/hunter2/)
})
