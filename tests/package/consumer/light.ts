// Code of a consumer with only the package of the clients. package.test.ts and install-matrix.mjs compile and run it.
import { NetworkFailure } from '@appointment-contracts/client'
import { createAnivaClient } from '@appointment-contracts/client/aniva'
import {
  ContractViolation,
  createLobbieClient,
  type UpdateAppointmentRequest,
} from '@appointment-contracts/client/lobbie'
import { isAppointmentStatus } from '@appointment-contracts/client/lobbie/validators'

const answers = [
  Response.json({ access_token: 'secret', token_type: 'Bearer', expires_in: 3600 }),
  Response.json({ status: 409, message: 'taken' }, { status: 409 }),
]
const lobbie = createLobbieClient({
  baseUrl: 'http://lobbie.invalid',
  credentials: { clientId: 'id', clientSecret: 'secret' },
  fetch: async () => answers.shift() ?? Promise.reject(new TypeError('no network')),
})
const path = { accountId: 1, locationId: 2, appointmentId: 3 }
const patch: UpdateAppointmentRequest = { note: 'From the package of the clients' }
const answer = await lobbie.updateAppointment(path, patch)
if (answer.status !== 409) throw new Error(`no conflict: ${answer.status}`)
const message: string = answer.body.message
const lost: unknown = await lobbie.updateAppointment(path, patch).catch((error: unknown) => error)
if (message === '' || !(lost instanceof NetworkFailure)) throw new Error('no network failure')

const aniva = createAnivaClient({
  baseUrl: 'http://aniva.invalid',
  credentials: { apiKey: 'key' },
  fetch: async () => Response.json({}, { status: 418 }),
})
const violation: unknown = await aniva
  .updateAppointment({ id: '0a000000-0000-4000-8000-000000000001' }, { scheduled_at: '2026-02-02T09:30:00+01:00' })
  .catch((error: unknown) => error)
if (!(violation instanceof ContractViolation)) throw new Error('no violation')

export const done = `${answer.status} ${violation.status} ${isAppointmentStatus('SCHEDULED') || !isAppointmentStatus('x')}`
