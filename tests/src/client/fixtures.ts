import { inspect } from 'node:util'
import { expect } from 'vitest'
import { createAnivaClient, type AnivaClient, type AnivaClientOptions } from '../../../generated/aniva/index.ts'
import { createLobbieClient, type LobbieClient, type LobbieClientOptions } from '../../../generated/lobbie/index.ts'

export const SECRETS = {
  clientId: 'client-4711-id',
  clientSecret: 's3cr3t/+ with=odd&signs',
  token: 'eyJhbGciOiJSUzI1NiJ9.token.signature',
  apiKey: 'ak_live_9d8f7e',
} as const

export const lobbiePath = { accountId: 31, locationId: 207, appointmentId: 48213 }
export const anivaPath = { id: 'c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6a' }

export const lobbieAppointment = {
  id: 48213,
  appointmentTypeId: 333,
  patientId: 67890,
  practitionerId: 222,
  locationId: 207,
  startTime: '2026-01-15T09:00:00-05:00',
  endTime: '2026-01-15T09:30:00-05:00',
  durationMinutes: 30,
  status: 'SCHEDULED',
  note: 'Annual checkup',
  createdAt: '2026-01-10T14:30:00Z',
  updatedAt: '2026-01-10T14:30:00Z',
}

export function lobbieClient(options: Partial<LobbieClientOptions> & { baseUrl: string }): LobbieClient {
  const { clientId, clientSecret } = SECRETS
  return createLobbieClient({ credentials: { clientId, clientSecret }, ...options } as LobbieClientOptions)
}

export function anivaClient(options: Partial<AnivaClientOptions> & { baseUrl: string }): AnivaClient {
  return createAnivaClient({ credentials: { apiKey: SECRETS.apiKey }, ...options } as AnivaClientOptions)
}

/**
 * Returns the error with which a promise rejects. Fails if the promise does not reject, or if a printed form of the
 * error contains a secret.
 */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  const error: unknown = await promise.then(
    () => new Error('it was not rejected'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  expectNoSecret(error)
  return error as Error
}

export function expectNoSecret(value: unknown): void {
  const shown = [inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value), String(value)].join('\n')
  for (const secret of Object.values(SECRETS)) {
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain(encodeURIComponent(secret))
    expect(shown).not.toContain(Buffer.from(secret).toString('base64'))
  }
}

/**
 * Returns a `fetch` that returns these responses in order, and then repeats the last one. It answers each token request
 * with a new token.
 */
export function scripted(...answers: readonly (() => Response | Promise<Response>)[]): {
  fetch: NonNullable<LobbieClientOptions['fetch']>
  calls: string[]
  tokens: number
} {
  const script = {
    calls: [] as string[],
    tokens: 0,
    fetch: async (url: string, init: { method: string; body?: string | Uint8Array }): Promise<Response> => {
      if (url.endsWith('/oauth/token')) {
        script.tokens += 1
        return json(200, { access_token: `${SECRETS.token}${script.tokens}`, token_type: 'Bearer', expires_in: 3600 })
      }
      script.calls.push(`${init.method} ${String(init.body ?? '')}`)
      const answer = answers[Math.min(script.calls.length, answers.length) - 1]
      if (answer === undefined) throw new Error('nothing is scripted')
      return answer()
    },
  }
  return script
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

export const BASE_URL = 'https://api.example.com'
