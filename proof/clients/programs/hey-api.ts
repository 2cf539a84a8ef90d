import { authorized } from './by-hand.ts'
import type { Options, Reschedule } from './job.ts'
import { createClient } from './generated/client/index.ts'
import { updateAppointment } from './generated/sdk.gen.ts'

export function createReschedule(options: Options): Reschedule {
  const client = createClient({ baseUrl: options.baseUrl, fetch: authorized(options) })
  return async (path, startTime) => {
    const { response, error } = await updateAppointment({ client, path, body: { startTime } })
    if (response?.status === 200 && error === undefined) return 'moved'
    if (response?.status === 409) return 'taken'
    throw error instanceof Error ? error : new Error(JSON.stringify(error))
  }
}
