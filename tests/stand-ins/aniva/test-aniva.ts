import { type AnivaStandIn, startAniva } from '../aniva.ts'
import { makeClock, type Received, send } from '../common/test-client.ts'
import type { View } from './view.ts'

/** A started stand-in with a client that has the key. */
export interface OpenedAniva {
  readonly server: AnivaStandIn
  readonly advance: (milliseconds: number) => void
  /** Sends to a path below the base URL. A header of `''` is left out. */
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Received>
  readonly update: (id: string, body: unknown, headers?: Record<string, string>) => Promise<Received>
  /** The stored appointment, by its id. */
  readonly stored: (id: string) => View
}

/** Path of the appointments. */
export const appointmentsPath = '/api/v1/appointments'

/** Starts a stand-in whose clock the test moves. */
export async function openAniva(set: Readonly<Record<string, string>> = {}): Promise<OpenedAniva> {
  const { now, advance } = makeClock()
  const server = await startAniva({ set, now })
  const call: OpenedAniva['call'] = (method, path, body, headers = {}) => {
    const all: Record<string, string> = { 'x-api-key': server.credentials.apiKey, ...headers }
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    return send(method, server.baseUrl + path, sent, body)
  }
  return {
    server,
    advance,
    call,
    update: (id, body, headers) => call('PATCH', `${appointmentsPath}/${id}`, body, headers),
    stored: (id) => server.appointments().find((one) => one['id'] === id) ?? {},
  }
}
