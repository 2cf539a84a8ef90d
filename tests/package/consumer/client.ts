// Code of a consumer that has installed neither @types/node nor the optional peer dependencies. package.test.ts
// compiles and runs it.
import {
  appointmentStatuses,
  assertAppointment,
  ContractViolation,
  createLobbieClient,
  isAppointment,
  type Appointment,
  type AppointmentStatus,
  type UpdateAppointmentRequest,
} from 'appointment-contracts/lobbie'
import { createAnivaClient, type UpdateAppointmentAnswer } from 'appointment-contracts/aniva'
import { isAppointment as isAnivaAppointment } from 'appointment-contracts/aniva/validators'
import { createSandbox } from 'appointment-contracts/sandbox'

const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
const { clientId, clientSecret } = sandbox.partners.lobbie.partner
const lobbie = createLobbieClient({
  baseUrl: 'http://sandbox.invalid',
  credentials: { clientId, clientSecret },
  fetch: sandbox.fetch,
})
const path = sandbox.demo.lobbie.path as { accountId: number; locationId: number; appointmentId: number }
const patch: UpdateAppointmentRequest = { note: 'From the package' }
const answer = await lobbie.updateAppointment(path, patch)
if (answer.status !== 200) throw new Error(answer.body.message)
const appointment: Appointment = answer.body
assertAppointment(appointment)
const status: AppointmentStatus = appointment.status
if (!isAppointment(appointment) || !appointmentStatuses.includes(status)) throw new Error('not valid')

const taken = await lobbie.updateAppointment(path, { startTime: String(sandbox.demo.lobbie.given['takenStartTime']) })
if (taken.status !== 409) throw new Error('no conflict')

const aniva = createAnivaClient({
  baseUrl: 'http://sandbox.invalid',
  credentials: { apiKey: sandbox.partners.aniva.partner.value },
  fetch: sandbox.fetch,
})
const moved: UpdateAppointmentAnswer = await aniva.updateAppointment(sandbox.demo.aniva.path as { id: string }, {
  scheduled_at: '2026-02-02T09:30:00+01:00',
})
if (moved.status !== 200 || !isAnivaAppointment(moved.body)) throw new Error('not moved')

const teapot = createAnivaClient({
  baseUrl: 'http://sandbox.invalid',
  credentials: { apiKey: 'any' },
  fetch: async () => new Response('{}', { status: 418, headers: { 'content-type': 'application/json' } }),
})
const violation: unknown = await teapot
  .updateAppointment(
    { id: '0a000000-0000-4000-8000-000000000001' },
    {
      scheduled_at: '2026-02-02T09:30:00+01:00',
    },
  )
  .catch((error: unknown) => error)
if (!(violation instanceof ContractViolation)) throw new Error('no violation')

export const done = `${answer.status} ${taken.status} ${moved.status} ${violation.status}`
