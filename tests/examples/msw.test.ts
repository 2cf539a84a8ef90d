import { createLobbieClient, lobbieScenarios } from 'appointment-contracts/lobbie'
import { createLobbieHandlers } from 'appointment-contracts/lobbie/handlers'
import { prepareScenario } from 'appointment-contracts/scenarios'
import { createSandbox } from 'appointment-contracts/sandbox'
import { contractMatchers, shippedDocument } from 'appointment-contracts/vitest'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { moveAppointment } from './lobbie-booking-job.js'

expect.extend(contractMatchers)

const baseUrl = 'https://api.lobbie.example'
const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
const { clientId, clientSecret } = sandbox.partners.lobbie.partner
const server = setupServer(...createLobbieHandlers({ fetch: sandbox.fetch, baseUrl }))

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** The client is created without the option `fetch`, as in production code. */
const lobbie = createLobbieClient({ baseUrl, credentials: { clientId, clientSecret } })

test('the mock handlers move an open appointment, and refuse to move a cancelled appointment', async () => {
  const { path, body } = await prepareScenario(sandbox, lobbieScenarios, 'reschedule')
  const first = await moveAppointment(lobbie, path, [String(body.startTime)])
  expect(first.kind).toBe('moved')
  const closed = await prepareScenario(sandbox, lobbieScenarios, 'closed')
  expect(await moveAppointment(lobbie, closed.path, [String(body.startTime)])).toEqual({ kind: 'no-slot-left' })
})

test('a 409 response of the sandbox conforms to the document', async () => {
  const { path, body, fetch } = await prepareScenario(sandbox, lobbieScenarios, 409)
  const { accountId, locationId, appointmentId } = path
  const request = new Request(
    `${baseUrl}/partner/v2/account/${accountId}/location/${locationId}/appointment/${appointmentId}`,
    { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  const response = await fetch(request.clone())
  expect(response.status).toBe(409)
  await expect({ request, response }).toSatisfyContract(shippedDocument('lobbie'))
})
