import createClient from 'openapi-fetch'
import { authorized } from './by-hand.ts'
import type { Options, Reschedule } from './job.ts'
import type { paths } from './generated/types.ts'

const APPOINTMENT = '/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}'

export function createReschedule(options: Options): Reschedule {
  const client = createClient<paths>({ baseUrl: options.baseUrl, fetch: authorized(options) })
  return async (path, startTime) => {
    const { response, error } = await client.PUT(APPOINTMENT, { params: { path }, body: { startTime } })
    if (response.status === 200) return 'moved'
    if (response.status === 409) return 'taken'
    throw new Error(error?.message)
  }
}
