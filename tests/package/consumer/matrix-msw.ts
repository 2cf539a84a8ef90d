// A consumer that has msw installed. install-matrix.mjs compiles and runs it.
import { createLobbieClient, lobbieScenarios } from 'appointment-contracts/lobbie'
import { createLobbieHandlers } from 'appointment-contracts/lobbie/handlers'
import { createSandbox } from 'appointment-contracts/sandbox'
import { prepareScenario } from 'appointment-contracts/scenarios'
import { setupServer } from 'msw/node'

const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
const taken = await prepareScenario(sandbox, lobbieScenarios, 'taken-slot')
const server = setupServer(...createLobbieHandlers({ fetch: taken.fetch }))
server.listen()
const { clientId, clientSecret } = sandbox.partners.lobbie.partner
const lobbie = createLobbieClient({ baseUrl: 'https://api.lobbie.example', credentials: { clientId, clientSecret } })
const answer = await lobbie.updateAppointment(taken.path, taken.body)
server.close()

export const done = String(answer.status)
