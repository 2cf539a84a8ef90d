import { initClient, initContract } from '@ts-rest/core'
import { z } from 'zod'
import { authorized } from './by-hand.ts'
import type { Options, Reschedule } from './job.ts'

const status = z.enum(['SCHEDULED', 'CONFIRMED', 'CHECKED_IN', 'IN_TREATMENT', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])
const time = z.string().datetime({ offset: true })
const appointment = z.object({
  id: z.number(),
  appointmentTypeId: z.number(),
  durationMinutes: z.number(),
  locationId: z.number(),
  patientId: z.number(),
  practitionerId: z.number(),
  note: z.string(),
  startTime: time,
  endTime: time,
  createdAt: time,
  updatedAt: time,
  status,
})
const error = z.object({ message: z.string() })

const contract = initContract().router({
  updateAppointment: {
    method: 'PUT',
    path: '/partner/v2/account/:accountId/location/:locationId/appointment/:appointmentId',
    pathParams: z.object({ accountId: z.number(), locationId: z.number(), appointmentId: z.number() }),
    body: z.object({ status, note: z.string(), practitionerId: z.number(), startTime: time }).partial(),
    responses: { 200: appointment, 400: error, 401: error, 403: error, 404: error, 409: error },
    strictStatusCodes: true,
  },
})

export function createReschedule(options: Options): Reschedule {
  const fetch = authorized(options)
  const client = initClient(contract, {
    baseUrl: options.baseUrl,
    throwOnUnknownStatus: true,
    api: async ({ path, method, headers, body, route }) => {
      const response = await fetch(path, { method, headers, body: body as BodyInit })
      const schema = route.responses[response.status] as z.ZodType | undefined
      const data = await response.json()
      return { status: response.status, body: schema?.parse(data) ?? data, headers: response.headers }
    },
  })
  return async (params, startTime) => {
    const answer = await client.updateAppointment({ params, body: { startTime } })
    if (answer.status === 200) return 'moved'
    if (answer.status === 409) return 'taken'
    throw new Error(answer.body.message)
  }
}
