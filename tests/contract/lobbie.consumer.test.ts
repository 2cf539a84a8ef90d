import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createLobbieClient,
  type LobbieClient,
  type UpdateAppointmentAnswer,
  type UpdateAppointmentPath,
} from '../../generated/lobbie/index.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { openMock, type Mock } from '../../src/targets/mock.ts'

/** Moves an appointment to `startTime`, and returns the text that a receptionist would see. */
async function reschedule(lobbie: LobbieClient, path: UpdateAppointmentPath, startTime: string): Promise<string> {
  const answer: UpdateAppointmentAnswer = await lobbie.updateAppointment(path, { startTime })
  switch (answer.status) {
    case 200:
      return `moved to ${answer.body.startTime}, until ${answer.body.endTime}`
    case 409:
      return 'choose another time'
    case 404:
      return 'it is gone'
    case 401:
    case 403:
      return 'ask for access'
    case 400:
      return `our mistake: ${answer.body.message}`
  }
}

describe('a reception desk app in the same process as the sandbox', () => {
  const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
  const { path, given } = sandbox.demo.lobbie as unknown as {
    path: UpdateAppointmentPath
    given: { startTime: string; takenStartTime: string }
  }
  const { clientId, clientSecret } = sandbox.partners.lobbie.partner
  const desk = (secret: string = clientSecret): LobbieClient =>
    createLobbieClient({
      baseUrl: 'https://api.lobbie.example',
      fetch: sandbox.fetch,
      credentials: { clientId, clientSecret: secret },
    })
  beforeEach(() => sandbox.reset())

  test('moves the end of an appointment together with its start', async () => {
    expect(await reschedule(desk(), path, '2026-01-15T10:00:00-05:00')).toBe(
      'moved to 2026-01-15T10:00:00-05:00, until 2026-01-15T10:30:00-05:00',
    )
  })

  test('receives times with the UTC offset of the location, even if it sends a time with another offset', async () => {
    expect(await reschedule(desk(), path, '2026-07-15T14:00:00Z')).toContain('moved to 2026-07-15T10:00:00-04:00')
  })

  test('if the practitioner is busy, shows that another time is needed and does not change the appointment', async () => {
    expect(await reschedule(desk(), path, given.takenStartTime)).toBe('choose another time')
    const { body } = (await desk().updateAppointment(path, { note: 'Called back' })) as Extract<
      UpdateAppointmentAnswer,
      { status: 200 }
    >
    expect(body).toMatchObject({ startTime: given.startTime, note: 'Called back', status: 'SCHEDULED' })
  })

  test('changes only the fields that it sends', async () => {
    const lobbie = desk()
    await lobbie.updateAppointment(path, { note: 'FixtureContext floor' })
    expect(await lobbie.updateAppointment(path, { status: 'CONFIRMED' })).toMatchObject({
      status: 200,
      body: { note: 'FixtureContext floor', status: 'CONFIRMED', startTime: given.startTime },
    })
  })

  test('cannot move a closed appointment', async () => {
    const lobbie = desk()
    expect(await lobbie.updateAppointment(path, { status: 'CANCELLED' })).toMatchObject({ status: 200 })
    expect(await reschedule(lobbie, path, '2026-01-15T10:00:00-05:00')).toBe('choose another time')
  })

  test('shows that the requested appointment does not exist', async () => {
    expect(await reschedule(desk(), { ...path, appointmentId: 1 }, '2026-01-15T10:00:00-05:00')).toBe('it is gone')
  })

  test('if the location belongs to another account, shows that access is missing', async () => {
    expect(await reschedule(desk(), { ...path, accountId: 9, locationId: 131 }, '2026-01-15T10:00:00-05:00')).toBe(
      'ask for access',
    )
  })

  test('throws an error instead of sending a time without an offset, which violates the document', async () => {
    await expect(reschedule(desk(), path, '2026-01-15T10:00:00')).rejects.toMatchObject({
      name: 'RequestRefused',
      at: '/startTime',
      clause: 'updateAppointment/requestBody/content/application~1json/schema/properties/startTime/format',
    })
  })

  test('gets an error and sends no update if the client secret is wrong', async () => {
    await expect(reschedule(desk('a guess'), path, '2026-01-15T10:00:00-05:00')).rejects.toMatchObject({
      name: 'CredentialsFailure',
      reason: 'refused',
    })
  })

  test('gets an error if the response violates the document', async () => {
    const lying = createSandbox({ now: '2026-01-05T09:00:00Z' })
    const lobbie = createLobbieClient({
      baseUrl: 'https://api.lobbie.example',
      credentials: { clientId, clientSecret },
      fetch: async (input, init) => {
        const answer = await lying.fetch(input, init)
        const body = (await answer.json()) as Record<string, unknown>
        return Response.json('note' in body ? { ...body, note: 7 } : body, { status: answer.status })
      },
    })
    await expect(reschedule(lobbie, path, '2026-01-15T10:00:00-05:00')).rejects.toMatchObject({
      name: 'ContractViolation',
      rule: 'response_schema_conformance',
      clause: 'updateAppointment/responses/200/content/application~1json/schema/properties/note/type',
    })
  })
})

describe('a reception desk app on a mock', () => {
  let mock: Mock
  beforeAll(async () => {
    mock = await openMock({ documentFile: 'specs/lobbie/openapi.yaml' })
  })
  afterAll(() => mock.close())

  /**
   * Makes a client that calls the mock. The mock accepts any token. If `prefer` is given, the mock returns the response
   * that `prefer` names.
   */
  const desk = (prefer?: string): LobbieClient =>
    createLobbieClient({
      baseUrl: mock.url,
      credentials: { clientId: 'any', clientSecret: 'any' },
      fetch: (input, init) => {
        const request = new Request(input, init)
        if (new URL(request.url).pathname === '/oauth/token') {
          return Promise.resolve(Response.json({ access_token: 'any', token_type: 'bearer', expires_in: 3600 }))
        }
        if (prefer !== undefined) request.headers.set('Prefer', prefer)
        return fetch(request)
      },
    })
  const path = { accountId: 31, locationId: 207, appointmentId: 48_213 }

  test('reads the examples of the document as typed responses', async () => {
    expect(await reschedule(desk(), path, '2026-01-08T10:00:00-05:00')).toMatch(/^moved to /)
    const shown = async (example: string) =>
      (await desk(`code=200, example=${example}`).updateAppointment(path, { note: 'x' })).body
    expect(await shown('in-treatment')).toMatchObject({ status: 'IN_TREATMENT', practitionerId: 418 })
    expect(await shown('no-show')).toMatchObject({ status: 'NO_SHOW', note: '' })
  })

  test.each([
    ['409', 'choose another time'],
    ['404', 'it is gone'],
    ['403', 'ask for access'],
    ['401', 'ask for access'],
    ['400', 'our mistake: startTime must be an ISO 8601 date-time with an offset'],
  ])('shows this text for a response with the status %s: %s', async (code, words) => {
    expect(await reschedule(desk(`code=${code}`), path, '2026-01-08T10:00:00-05:00')).toBe(words)
  })
})
