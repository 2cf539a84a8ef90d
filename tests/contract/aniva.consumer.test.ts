import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createAnivaClient,
  type AnivaClient,
  type UpdateAppointmentAnswer,
  type UpdateAppointmentPath,
} from '../../generated/aniva/index.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { openMock, type Mock } from '../../src/targets/mock.ts'

/** Moves an appointment, and returns the text that an app would show to the patient. */
async function move(
  aniva: AnivaClient,
  path: UpdateAppointmentPath,
  change: { scheduled_at?: string; location_id?: string },
): Promise<string> {
  const answer: UpdateAppointmentAnswer = await aniva.updateAppointment(path, change)
  switch (answer.status) {
    case 200: {
      const { scheduled_at: at, test_method: method, shipments } = answer.body
      const kit = method === 'home' ? 'at home' : 'at the practice'
      return `${kit}, ${at ?? 'to be scheduled'}, ${shipments.length} shipments`
    }
    case 409:
      return 'too late to move it'
    case 404:
    case 403:
      return 'it is not yours to move'
    case 400:
    case 500:
      return answer.body.error
  }
}

describe('a patient app in the same process as the sandbox', () => {
  const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
  const { path, values } = sandbox.demo.aniva as unknown as {
    path: UpdateAppointmentPath
    values: { location_id: [string] }
  }
  const { value } = sandbox.partners.aniva.partner
  const patient = (apiKey: string = value): AnivaClient =>
    createAnivaClient({ baseUrl: 'https://api.aniva.example', fetch: sandbox.fetch, credentials: { apiKey } })
  beforeEach(() => sandbox.reset())

  test('moves a blood draw, and shows the new time in the time zone of the location', async () => {
    expect(await move(patient(), path, { scheduled_at: '2026-06-24T08:30:00Z' })).toBe(
      'at the practice, 2026-06-24T10:30:00+02:00, 2 shipments',
    )
  })

  test('changes the location of a blood draw, but not its instant', async () => {
    const instantOf = async (answer: Promise<UpdateAppointmentAnswer>) => {
      const { status, body } = await answer
      if (status !== 200 || !('scheduled_at' in body) || body.scheduled_at === null) throw new Error(`it is ${status}`)
      return { text: body.scheduled_at, instant: Date.parse(body.scheduled_at), location: body.location_id }
    }
    const aniva = patient()
    const before = await instantOf(aniva.updateAppointment(path, { scheduled_at: '2026-06-24T08:30:00Z' }))
    const after = await instantOf(aniva.updateAppointment(path, { location_id: values.location_id[0] }))
    expect(after).toMatchObject({ instant: before.instant, location: values.location_id[0] })
    expect(after.text).not.toBe(before.text)
  })

  test('if the new time is in the past, shows that it must be in the future', async () => {
    expect(await move(patient(), path, { scheduled_at: '2026-01-04T09:00:00Z' })).toMatch(/future/)
  })

  test('if the blood draw has taken place, shows that it is too late to move the blood draw', async () => {
    const { path: moved } = await sandbox.establish({
      api: 'aniva',
      state: 'appointment',
      with: { status: 'blood_drawn' },
      caseId: 'a draw that is done',
    })
    expect(
      await move(patient(), moved as unknown as UpdateAppointmentPath, { scheduled_at: '2026-06-24T08:30:00Z' }),
    ).toBe('too late to move it')
  })

  test('shows that a home kit is used at home', async () => {
    const { path: moved } = await sandbox.establish({
      api: 'aniva',
      state: 'appointment',
      with: { method: 'home' },
      caseId: 'a home kit',
    })
    expect(
      await move(patient(), moved as unknown as UpdateAppointmentPath, { scheduled_at: '2026-06-24T08:30:00Z' }),
    ).toMatch(/^at home, 2026-06-24T08:30:00Z/)
  })

  test('if the API key is wrong, shows that the user may not move the blood draw', async () => {
    expect(await move(patient('a guess'), path, { scheduled_at: '2026-06-24T08:30:00Z' })).toBe(
      'it is not yours to move',
    )
  })

  test.each([
    ['a time without a zone', { scheduled_at: '2026-06-24T08:30:00' }, '/scheduled_at'],
    ['a time that does not exist', { scheduled_at: '2026-02-30T08:30:00Z' }, '/scheduled_at'],
    ['a location that is not an id', { location_id: 'Berlin' }, '/location_id'],
  ])('throws an error instead of sending %s, which violates the document', async (_name, change, at) => {
    await expect(move(patient(), path, change)).rejects.toMatchObject({ name: 'RequestRefused', at })
  })
})

describe('a patient app on a mock', () => {
  let mock: Mock
  beforeAll(async () => {
    mock = await openMock({ documentFile: 'specs/aniva/openapi.yaml' })
  })
  afterAll(() => mock.close())

  const path = { id: '5b7c1d90-42fe-4a63-8d1e-9c20f6a7b314' }
  const soon = { scheduled_at: '2026-06-24T08:30:00Z' }
  const patient = (prefer: string): AnivaClient =>
    createAnivaClient({
      baseUrl: mock.url,
      credentials: { apiKey: 'any' },
      retries: 0,
      fetch: (input, init) => {
        const request = new Request(input, init)
        request.headers.set('Prefer', prefer)
        return fetch(request)
      },
    })

  test.each([
    ['code=200, example=confirmed', 'at the practice, 2026-01-08T10:00:00+01:00, 2 shipments'],
    ['code=200, example=home-kit', /^at home, /],
    ['code=200, example=unscheduled', /to be scheduled/],
    ['code=400', 'scheduled_at must be in the future'],
    ['code=403', 'it is not yours to move'],
    ['code=404', 'it is not yours to move'],
    ['code=409', 'too late to move it'],
    ['code=500', 'Internal server error'],
  ])('shows the response that the request header Prefer selects: %s', async (prefer, words) => {
    const shown = await move(patient(prefer), path, soon)
    if (typeof words === 'string') expect(shown).toBe(words)
    else expect(shown).toMatch(words)
  })
})
