import { gzipSync } from 'node:zlib'
import { fetch as undiciFetch } from 'undici'
import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { NetworkFailure, OutOfTime } from '../../../src/client/errors.ts'
import {
  anivaClient,
  anivaPath,
  BASE_URL,
  lobbieAppointment,
  lobbieClient,
  lobbiePath,
  json,
  rejection,
  scripted,
  SECRETS,
} from './fixtures.ts'
import { sendJson, startServer } from './local-server.ts'

const token = { access_token: SECRETS.token, token_type: 'Bearer', expires_in: 3600 }
const body = { note: 'Bring the referral letter' }

describe('the network', () => {
  test('a connection reset during a PUT leads to a retry, and the result contains the number of attempts', async () => {
    const server = await startServer((request, response, count) => {
      if (request.url === '/oauth/token') sendJson(response, 200, token)
      else if (count === 2) response.destroy()
      else sendJson(response, 200, lobbieAppointment)
    })
    const answer = await lobbieClient({ baseUrl: server.url }).updateAppointment(lobbiePath, body)
    expect(answer).toMatchObject({ status: 200, attempts: 2 })
  })

  test('a connection reset during a PATCH leads to a NetworkFailure with the error code, without a retry', async () => {
    const server = await startServer((_request, response) => response.destroy())
    const patch = { scheduled_at: '2026-05-20T16:00:00+02:00' }
    const error = await rejection(anivaClient({ baseUrl: server.url }).updateAppointment(anivaPath, patch))
    expect(error).toBeInstanceOf(NetworkFailure)
    expect(error).toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) })
    expect(server.seen).toHaveLength(1)
  })

  test('a connection reset during a PATCH leads to a retry if retryNotIdempotent is true', async () => {
    const server = await startServer((_request, response) => response.destroy())
    const client = anivaClient({ baseUrl: server.url, retryNotIdempotent: true, retries: 1 })
    await rejection(client.updateAppointment(anivaPath, { scheduled_at: '2026-05-20T16:00:00+02:00' }))
    expect(server.seen).toHaveLength(2)
  })

  test('a refused connection leads to a NetworkFailure', async () => {
    const server = await startServer(() => undefined)
    await server.close()
    const client = anivaClient({ baseUrl: server.url, retries: 0 })
    const error = await rejection(client.updateAppointment(anivaPath, { scheduled_at: '2026-05-20T16:00:00Z' }))
    expect(error).toMatchObject({ name: 'NetworkFailure', code: 'ECONNREFUSED' })
  })

  test('a PUT that gets no response in time leads to the error OutOfTime, without a retry', async () => {
    const server = await startServer((request, response) => {
      if (request.url === '/oauth/token') sendJson(response, 200, token)
    })
    const client = lobbieClient({ baseUrl: server.url, timeoutMs: 800 })
    const error = await rejection(client.updateAppointment(lobbiePath, body))
    expect(error).toBeInstanceOf(OutOfTime)
    expect(error).toMatchObject({ sent: true, timeoutMs: 800 })
    expect(error.message).toContain('may have processed the request')
    expect(server.seen.filter((request) => request.method === 'PUT')).toHaveLength(1)
  })

  test('a response body that stops in the middle leads to the error OutOfTime', async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":')
    })
    const client = anivaClient({ baseUrl: server.url, timeoutMs: 800 })
    const error = await rejection(client.updateAppointment(anivaPath, { scheduled_at: '2026-05-20T16:00:00Z' }))
    expect(error).toBeInstanceOf(OutOfTime)
  })

  test('a compressed response body is read; a body that cannot be decompressed leads to a NetworkFailure', async () => {
    const packed = gzipSync(JSON.stringify({ error: 'Forbidden' }))
    const server = await startServer((_request, response, count) => {
      response.writeHead(403, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      response.end(count === 1 ? packed : Buffer.from('not gzip at all'))
    })
    const client = anivaClient({ baseUrl: server.url })
    const send = (): Promise<unknown> => client.updateAppointment(anivaPath, { scheduled_at: '2026-05-20T16:00:00Z' })
    expect(await send()).toMatchObject({ status: 403, body: { error: 'Forbidden' } })
    expect(await rejection(send())).toBeInstanceOf(NetworkFailure)
  })

  test('a redirect to another host is not followed, so the other host never receives the key', async () => {
    const other = await startServer((_request, response) => response.end())
    const server = await startServer((_request, response) => response.writeHead(307, { location: other.url }).end())
    const client = anivaClient({ baseUrl: server.url })
    const error = await rejection(client.updateAppointment(anivaPath, { scheduled_at: '2026-05-20T16:00:00Z' }))
    expect(error).toMatchObject({ rule: 'status_code_conformance', status: 307 })
    expect(other.seen).toHaveLength(0)
  })
})

describe('an abort', () => {
  test('before the call makes the call throw the reason of the abort, and nothing is sent', async () => {
    const script = scripted(() => json(200, lobbieAppointment))
    const signal = AbortSignal.abort(new Error('not any more'))
    const client = lobbieClient({ baseUrl: BASE_URL, fetch: script.fetch })
    await expect(client.updateAppointment(lobbiePath, body, { signal })).rejects.toThrow('not any more')
    expect(script).toMatchObject({ calls: [], tokens: 0 })
  })

  test('during the call makes the call throw the reason of the abort, and closes the connection', async () => {
    const controller = new AbortController()
    const closed = new Promise((resolve) => {
      void startServer((_request, response) => {
        response.on('close', resolve)
        controller.abort(new Error('enough'))
      }).then(async (server) => {
        const call = anivaClient({ baseUrl: server.url }).updateAppointment(
          anivaPath,
          { scheduled_at: '2026-05-20T16:00:00Z' },
          { signal: controller.signal },
        )
        await expect(call).rejects.toThrow('enough')
      })
    })
    await closed
  })

  test('ends the call even if the fetch function ignores the signal', async () => {
    const client = anivaClient({ baseUrl: BASE_URL, fetch: () => new Promise(() => undefined) })
    const signal = AbortSignal.timeout(20)
    const call = client.updateAppointment(anivaPath, { scheduled_at: '2026-05-20T16:00:00Z' }, { signal })
    await expect(call).rejects.toHaveProperty('name', 'TimeoutError')
  })
})

describe('a client can use another fetch function', () => {
  test('the fetch of undici, whose Request and Response are other classes than the global ones', async () => {
    const server = await startServer((_request, response) => sendJson(response, 403, { error: 'Forbidden' }))
    const client = anivaClient({ baseUrl: server.url, fetch: undiciFetch })
    const answer = await client.updateAppointment(anivaPath, { scheduled_at: '2026-05-20T16:00:00Z' })
    expect(answer.status).toBe(403)
    expect(server.seen[0]?.headers).toMatchObject({ 'x-api-key': SECRETS.apiKey, 'content-type': 'application/json' })
  })

  test('the fetch function of the sandbox, without a network port', async () => {
    const { fetch, partners, demo } = createSandbox({ now: '2026-01-01T00:00:00Z', seed: 7 })
    const { path, given } = demo.lobbie
    const client = lobbieClient({ baseUrl: BASE_URL, fetch, credentials: partners.lobbie.partner })
    const moved = await client.updateAppointment(path as typeof lobbiePath, { note: 'Moved' })
    expect(moved).toMatchObject({ status: 200, body: { note: 'Moved' } })
    const startTime = String(given['takenStartTime'])
    const taken = await client.updateAppointment(path as typeof lobbiePath, { startTime })
    expect(taken).toMatchObject({ status: 409, body: { message: expect.any(String) } })
  })

  test('the fetch function of the sandbox, with an API key', async () => {
    const { fetch, partners, demo } = createSandbox({ now: '2026-01-01T00:00:00Z', seed: 7 })
    const path = demo.aniva.path as typeof anivaPath
    const patch = { scheduled_at: '2026-05-20T16:00:00+02:00' }
    const { value: apiKey } = partners.aniva.partner
    const client = anivaClient({ baseUrl: BASE_URL, fetch, credentials: { apiKey } })
    expect(await client.updateAppointment(path, patch)).toMatchObject({ status: 200, body: { id: path.id } })
    const stranger = anivaClient({ baseUrl: BASE_URL, fetch })
    expect(await stranger.updateAppointment(path, patch)).toMatchObject({ status: 403 })
  })
})
