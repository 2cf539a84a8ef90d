import { createLobbieClient } from '@appointment-contracts/client/lobbie'
import type { Options, Reschedule } from './job.ts'

export function createReschedule({ baseUrl, clientId, clientSecret, fetch }: Options): Reschedule {
  const lobbie = createLobbieClient({ baseUrl, credentials: { clientId, clientSecret }, fetch })
  return async (path, startTime) => {
    const answer = await lobbie.updateAppointment(path, { startTime })
    if (answer.status === 200) return 'moved'
    if (answer.status === 409) return 'taken'
    throw new Error(answer.body.message)
  }
}
