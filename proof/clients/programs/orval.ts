import { authorized } from './by-hand.ts'
import type { Options, Reschedule } from './job.ts'
import { updateAppointment } from './generated/api.ts'

let send: typeof globalThis.fetch = globalThis.fetch
let base = ''

export async function mutator<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await send(base + url, init)
  return { status: response.status, data: await response.json(), headers: response.headers } as Answer
}

export function createReschedule(options: Options): Reschedule {
  send = authorized(options)
  base = options.baseUrl
  return async ({ accountId, locationId, appointmentId }, startTime) => {
    const answer = await updateAppointment(accountId, locationId, appointmentId, { startTime })
    if (answer.status === 200) return 'moved'
    if (answer.status === 409) return 'taken'
    throw new Error(answer.data.message)
  }
}
