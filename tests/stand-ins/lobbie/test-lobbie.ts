import { makeClock, type Received, send } from '../common/test-client.ts'
import { type LobbieStandIn, startLobbie } from '../lobbie.ts'
import type { LobbieClient } from './credentials.ts'

/** A running server that imitates Lobbie, and functions that send requests to it with a token. */
export interface OpenedLobbie {
  readonly server: LobbieStandIn
  readonly advance: (milliseconds: number) => void
  readonly token: string
  /** Sends a request to a path below the base URL. A header whose value is '' is left out. */
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Received>
  /** Sends an update of an appointment at `locationId`. */
  readonly update: (id: number | string, body: unknown, headers?: Record<string, string>) => Promise<Received>
  /** Returns the stored appointment with this id. */
  readonly stored: (id: number) => Readonly<Record<string, unknown>>
}

/** Returns the URL path of the appointments of a location. */
export const pathOf = (accountId: number | string, locationId: number | string): string =>
  `/partner/v2/account/${accountId}/location/${locationId}/appointment`

/** Requests a token. `fields` replace fields of the form. */
export function requestToken(
  { tokenUrl = '', credentials }: LobbieStandIn,
  client: LobbieClient = credentials,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = { 'x-api-key': credentials.apiKey },
): Promise<Received> {
  const form = {
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: credentials.scope,
    ...fields,
  }
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return send('POST', tokenUrl, { ...type, ...headers }, new URLSearchParams(form).toString())
}

/** Requests and returns an access token of a client. */
export async function tokenOf(server: LobbieStandIn, client?: LobbieClient): Promise<string> {
  const { body } = await requestToken(server, client)
  return (body as { access_token: string }).access_token
}

/** Starts the server that imitates Lobbie. Its clock changes only when the test changes it. */
export async function openLobbie(set: Readonly<Record<string, string>> = {}): Promise<OpenedLobbie> {
  const { now, advance } = makeClock()
  const server = await startLobbie({ set, now })
  const token = await tokenOf(server)
  const call: OpenedLobbie['call'] = (method, path, body, headers = {}) => {
    const all = { authorization: `Bearer ${token}`, 'x-api-key': server.credentials.apiKey, ...headers }
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    return send(method, server.baseUrl + path, sent, body)
  }
  return {
    server,
    advance,
    token,
    call,
    update: (id, body, headers) =>
      call('PUT', `${pathOf(server.ids.accountId, server.ids.locationId)}/${id}`, body, headers),
    stored: (id) => server.appointments().find((one) => one['id'] === id) ?? {},
  }
}
