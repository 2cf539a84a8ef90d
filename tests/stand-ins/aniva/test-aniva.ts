import { type AnivaStandIn, startAniva } from '../aniva.ts'
import { makeClock, type Received, send } from '../common/test-client.ts'
import type { View } from './view.ts'

/** A running server that imitates Aniva, and functions that send requests to it with an API key. */
export interface OpenedAniva {
  readonly server: AnivaStandIn
  readonly advance: (milliseconds: number) => void
  /** Sends a request to a path below the base URL. A header whose value is '' is left out. */
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Received>
  readonly update: (id: string, body: unknown, headers?: Record<string, string>) => Promise<Received>
  /** Returns the stored appointment with this id. */
  readonly stored: (id: string) => View
}

/** Path of the appointments. */
export const appointmentsPath = '/api/v1/appointments'

/** Starts the server that imitates Aniva. Its clock changes only when the test changes it. */
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
