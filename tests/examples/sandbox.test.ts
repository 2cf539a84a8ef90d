import { anivaScenarios, createAnivaClient } from 'appointment-contracts/aniva'
import { createLobbieClient, lobbieScenarios } from 'appointment-contracts/lobbie'
import { prepareScenario } from 'appointment-contracts/scenarios'
import { createSandbox } from 'appointment-contracts/sandbox'
import { expect, test } from 'vitest'
import { moveVisit } from './aniva-booking-job.js'
import { moveAppointment } from './lobbie-booking-job.js'

const baseUrl = 'http://sandbox.invalid'
const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
const { clientId, clientSecret } = sandbox.partners.lobbie.partner

test('the booking job books the second slot if the first slot is taken', async () => {
  const taken = await prepareScenario(sandbox, lobbieScenarios, 'taken-slot')
  const lobbie = createLobbieClient({ baseUrl, credentials: { clientId, clientSecret }, fetch: sandbox.fetch })
  const free = '2026-02-02T10:00:00-05:00'
  const moved = await moveAppointment(lobbie, taken.path, [String(taken.body.startTime), free])
  expect(moved).toMatchObject({ kind: 'moved', appointment: { startTime: free, endTime: '2026-02-02T10:30:00-05:00' } })
})

test('the booking job returns `gone` for a missing appointment', async () => {
  const gone = await prepareScenario(sandbox, lobbieScenarios, 404)
  const lobbie = createLobbieClient({ baseUrl, credentials: { clientId, clientSecret }, fetch: gone.fetch })
  expect(await moveAppointment(lobbie, gone.path, ['2026-02-02T10:00:00-05:00'])).toEqual({ kind: 'gone' })
})

test('the booking job throws an error if its credentials are revoked', async () => {
  const revoked = await prepareScenario(sandbox, lobbieScenarios, 403, { as: 'revoked' })
  const lobbie = createLobbieClient({ baseUrl, credentials: { clientId, clientSecret }, fetch: revoked.fetch })
  await expect(moveAppointment(lobbie, revoked.path, ['2026-02-02T10:00:00-05:00'])).rejects.toThrow(/answers 403/)
})

test('a visit cannot be moved after the blood draw', async () => {
  const drawn = await prepareScenario(sandbox, anivaScenarios, 'blood-drawn')
  const aniva = createAnivaClient({ baseUrl, credentials: { apiKey: 'any' }, fetch: drawn.fetch })
  expect(await moveVisit(aniva, drawn.path.id, '2026-02-02T10:00:00+01:00')).toMatchObject({ kind: 'too-late' })
})

test('a visit can be moved to another time and location', async () => {
  const { path, given, fetch } = await prepareScenario(sandbox, anivaScenarios, 200)
  const aniva = createAnivaClient({ baseUrl, credentials: { apiKey: 'any' }, fetch })
  const moved = await moveVisit(aniva, path.id, '2026-02-02T09:00:00Z', String(given['activeLocation']))
  expect(moved).toMatchObject({ kind: 'moved', appointment: { location_id: given['activeLocation'] } })
})
