import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import type { EstablishedFixture } from '../../sandbox/fixtures/state.ts'
import type { SandboxOptions } from '../../sandbox/settings.ts'

/** The time at which the sandboxes of these tests start. In New York and in Berlin it is a Friday in winter. */
export const NOW = '2026-01-09T12:00:00Z'

/** A response whose body has been read. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body, if it is a JSON object; otherwise an empty object. */
  readonly body: Readonly<Record<string, unknown>>
}

/** A `fetch` that sends to a sandbox, in the same process or over HTTP. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

export async function ask(fetch: Fetch, url: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(url, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: readObject(text) }
}

/** Requests and returns an access token for a client of the sandbox. */
export async function fetchToken(fetch: Fetch, clientId: string, clientSecret: string, base = ''): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
  const answered = await ask(fetch, `${base}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) })
  return String(answered.body['access_token'])
}

/** A fixture of Lobbie with its sandbox and with a token of the partner. */
export interface LobbieFixture extends EstablishedFixture {
  readonly sandbox: Sandbox
  readonly url: string
  readonly token: string
  /** Sends an update of the fixture's appointment. A string is sent unchanged, any other body as JSON. */
  readonly update: (body: unknown, change?: { url?: string; headers?: Record<string, string> }) => Promise<Answered>
}

export async function lobbieFixture(
  asked: { state?: string; with?: Record<string, unknown>; caseId?: string } = {},
  options: SandboxOptions | Sandbox = {},
): Promise<LobbieFixture> {
  const sandbox = 'fetch' in options ? options : createSandbox({ now: NOW, ...options })
  const established = await sandbox.establish({ api: 'lobbie', state: 'appointment', caseId: 'case', ...asked })
  const { clientId, clientSecret } = sandbox.partners.lobbie.partner
  const token = await fetchToken(sandbox.fetch, clientId, clientSecret)
  const url = lobbieUrl(established.path)
  return {
    ...established,
    sandbox,
    url,
    token,
    update: (body, change = {}) =>
      ask(sandbox.fetch, change.url ?? url, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...change.headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

export function lobbieUrl({ accountId, locationId, appointmentId }: Readonly<Record<string, unknown>>): string {
  return `/partner/v2/account/${accountId}/location/${locationId}/appointment/${appointmentId}`
}

/** A fixture of Aniva with its sandbox and with the key of the partner. */
export interface AnivaFixture extends EstablishedFixture {
  readonly sandbox: Sandbox
  readonly url: string
  readonly update: (body: unknown, change?: { url?: string; headers?: Record<string, string> }) => Promise<Answered>
}

export async function anivaFixture(
  asked: { state?: string; with?: Record<string, unknown>; caseId?: string } = {},
  options: SandboxOptions | Sandbox = {},
): Promise<AnivaFixture> {
  const sandbox = 'fetch' in options ? options : createSandbox({ now: NOW, ...options })
  const established = await sandbox.establish({ api: 'aniva', state: 'appointment', caseId: 'case', ...asked })
  const url = `/api/v1/appointments/${established.path['id']}`
  return {
    ...established,
    sandbox,
    url,
    update: (body, change = {}) =>
      ask(sandbox.fetch, change.url ?? url, {
        method: 'PATCH',
        headers: {
          'x-api-key': sandbox.partners.aniva.partner.value,
          'content-type': 'application/json',
          ...change.headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
