import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, describe, expect, test } from 'vitest'
import { createAnivaHandlers } from '../../../generated/aniva/handlers.ts'
import { createAnivaClient } from '../../../generated/aniva/index.ts'
import { createLobbieHandlers } from '../../../generated/lobbie/handlers.ts'
import { createLobbieClient } from '../../../generated/lobbie/index.ts'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { createHandlers } from '../../../src/client/handlers.ts'
import { openTokens } from '../../../src/client/sending/token.ts'
import { rejection } from './fixtures.ts'

const server = setupServer()
const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
const { partner } = sandbox.partners.lobbie
const { clientId, clientSecret } = partner
const lobbiePath = sandbox.demo.lobbie.path as { accountId: number; locationId: number; appointmentId: number }

const nobodyElse = http.all('*', () => HttpResponse.text('anonymous', { status: 418 }))

/** Creates a client without the option `fetch`, as production code does. */
function lobbieAt(baseUrl: string) {
  return createLobbieClient({ baseUrl, credentials: { clientId, clientSecret }, retries: 0 })
}

function listen(...handlers: Parameters<typeof server.use>): void {
  server.listen()
  server.use(...handlers, nobodyElse)
}

afterEach(() => {
  server.resetHandlers()
  server.close()
  sandbox.reset()
})

describe('mock handlers that forward requests to the sandbox', () => {
  test('return tokens and responses, and store updates', async () => {
    listen(...createLobbieHandlers({ fetch: sandbox.fetch }))
    const lobbie = lobbieAt('https://api.lobbie.example')
    expect(await lobbie.updateAppointment(lobbiePath, { note: 'First' })).toMatchObject({ status: 200 })
    const later = await lobbie.updateAppointment(lobbiePath, { status: 'CONFIRMED' })
    expect(later).toMatchObject({ status: 200, body: { note: 'First', status: 'CONFIRMED' } })
  })

  test('return the 409 of a conflicting update', async () => {
    listen(...createLobbieHandlers({ fetch: sandbox.fetch }))
    const answer = await lobbieAt('https://api.lobbie.example').updateAppointment(lobbiePath, {
      startTime: String(sandbox.demo.lobbie.given['takenStartTime']),
    })
    expect(answer.status).toBe(409)
  })

  test('serve an API under a path prefix, with and without the option baseUrl', async () => {
    for (const more of [{ baseUrl: 'https://gateway.example/lobbie/' }, {}]) {
      listen(...createLobbieHandlers({ fetch: sandbox.fetch, ...more }))
      const answer = await lobbieAt('https://gateway.example/lobbie').updateAppointment(lobbiePath, { note: 'Below' })
      expect(answer.status).toBe(200)
      server.close()
    }
  })

  test('ignore requests to another host than that of baseUrl', async () => {
    listen(...createLobbieHandlers({ fetch: sandbox.fetch, baseUrl: 'https://api.lobbie.example' }))
    const refused = await rejection(lobbieAt('https://other.example').updateAppointment(lobbiePath, { note: 'x' }))
    expect(refused).toMatchObject({ name: 'CredentialsFailure', status: 418 })
  })

  test('ignore other methods and paths', async () => {
    listen(...createLobbieHandlers({ fetch: sandbox.fetch }))
    const { accountId, locationId, appointmentId } = lobbiePath
    const path = `/partner/v2/account/${accountId}/location/${locationId}/appointment/${appointmentId}`
    for (const [method, place] of [
      ['GET', path],
      ['PUT', `${path}/more`],
      ['GET', '/oauth/token'],
    ] as const) {
      expect((await fetch(`https://api.example${place}`, { method })).status).toBe(418)
    }
  })

  test('of two APIs can be used together', async () => {
    listen(...createLobbieHandlers({ fetch: sandbox.fetch }), ...createAnivaHandlers({ fetch: sandbox.fetch }))
    const { id } = sandbox.demo.aniva.path as { id: string }
    const aniva = createAnivaClient({
      baseUrl: 'https://api.aniva.example',
      credentials: { apiKey: sandbox.partners.aniva.partner.value },
    })
    const later = await aniva.updateAppointment({ id }, { scheduled_at: '2026-02-02T09:30:00+01:00' })
    expect(later.status).toBe(200)
  })
})

describe('mock handlers that forward requests to any fetch function', () => {
  const contract = {
    schemes: { login: { type: 'oauth2', tokenUrl: 'https://login.example/token', open: openTokens } },
    operations: {
      odd: {
        id: 'odd',
        method: 'POST',
        path: '/orders.v1/{id}:cancel',
        security: [],
        parameters: [],
        responses: {},
      },
    },
  } as const

  test('forward method, path, query, headers and bytes unchanged', async () => {
    const seen: unknown[] = []
    const handlers = createHandlers(contract, {
      fetch: async (url, { method, headers, body }) => {
        seen.push(url, method, headers['x-trace'], body)
        return new Response(null, { status: 204 })
      },
    })
    listen(...handlers)
    const body = Uint8Array.of(0, 255, 13, 10)
    const answer = await fetch('https://x.example/deep/orders.v1/a%2Fb:cancel?why=late&why=ill', {
      method: 'POST',
      headers: { 'X-Trace': '7' },
      body,
    })
    expect(answer.status).toBe(204)
    expect(seen).toEqual(['https://x.example/orders.v1/a%2Fb:cancel?why=late&why=ill', 'POST', '7', body])
  })

  test('respond to token requests at the host of the token URL in the document', async () => {
    listen(...createHandlers(contract, { fetch: async (url) => new Response(url), baseUrl: 'https://api.example/v1' }))
    const answer = await fetch('https://login.example/token', { method: 'POST' })
    expect(await answer.text()).toBe('https://login.example/token')
  })

  test('make the intercepted request fail if the fetch function fails', async () => {
    listen(...createHandlers(contract, { fetch: () => Promise.reject(new Error('secret')) }))
    const failed = fetch('https://x.example/orders.v1/1:cancel', { method: 'POST' })
    await expect(failed).rejects.toThrow('Failed to fetch')
  })
})
