import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { listen } from '../../../sandbox/listen.ts'
import { openSandbox, sandboxAt } from '../../../src/targets/sandbox.ts'
import { listenHttp } from '../exchanges/servers.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()))
})

const now = '2026-01-05T09:00:00Z'
const ask = { state: 'appointment', with: {}, caseId: 'a/case' }

async function openPlayed(listener: RequestListener) {
  const server = await listenHttp(listener)
  const sandbox = await openSandbox({ api: 'aniva', baseUrl: `${server.url}/base` })
  open.push(sandbox, server)
  return sandbox.target
}

describe('the shipped sandbox', () => {
  test('sets up a provider state, reads it, and releases it', async () => {
    const listening = await listen(createSandbox({ now, seed: 1 }))
    const sandbox = await openSandbox({ api: 'aniva', baseUrl: listening.url })
    open.push(sandbox, listening)
    const { states } = sandbox.target
    const established = await states?.establish(ask)
    expect(established?.path).toHaveProperty('id')
    expect(established?.credentials.partner).toMatchObject({ type: 'apiKey' })
    expect((await established?.observe?.())?.subject).toMatchObject({ id: established?.path['id'] })
    expect((await established?.observe?.())?.bystander).not.toBeNull()
    await established?.release?.()
    await expect(established?.observe?.()).rejects.toMatchObject({ code: 'state-not-established' })
    expect(states?.requests).toBe(6)
  })

  test('also works inside the test process, without a network port', async () => {
    const inside = createSandbox({ now, seed: 1 })
    const target = sandboxAt({ api: 'lobbie', baseUrl: 'http://127.0.0.1', call: (request) => inside.fetch(request) })
    const established = await target.states?.establish(ask)
    expect(established?.path).toHaveProperty('appointmentId')
    expect(await established?.observe?.()).toHaveProperty('bystander')
    expect(target).toMatchObject({ name: 'sandbox', shows: { state: true, auth: 'full' } })
  })

  test('refuses an unknown provider state', async () => {
    const inside = createSandbox({ now, seed: 1 })
    const target = sandboxAt({ api: 'lobbie', baseUrl: 'http://127.0.0.1', call: (request) => inside.fetch(request) })
    await expect(target.states?.establish({ ...ask, state: 'holiday' })).rejects.toMatchObject({
      code: 'state-not-established',
      message: expect.stringContaining('400'),
    })
  })
})

describe('a third-party sandbox', () => {
  test('receives requests to control endpoints at its origin, not below the base path', async () => {
    const received: string[] = []
    const target = await openPlayed((request, response) => {
      let body = ''
      request.on('data', (bytes: Buffer) => (body += bytes.toString()))
      request.on('end', () => {
        received.push(`${request.method} ${request.url} ${body}`)
        response.end('{"path":{"id":1},"observe":"/o","release":"/r","subject":{"a":1},"bystander":null}')
      })
    })
    const established = await target.states?.establish(ask)
    expect(await established?.observe?.()).toEqual({ subject: { a: 1 }, bystander: null })
    await established?.release?.()
    expect(received).toEqual([
      'GET /__sandbox/status ',
      'POST /__sandbox/states {"api":"aniva","state":"appointment","with":{},"caseId":"a/case"}',
      'GET /o ',
      'DELETE /r ',
    ])
    expect(established).toMatchObject({ path: { id: 1 }, values: {}, given: {}, credentials: {} })
  })

  test('has no provider states if it does not implement the control protocol', async () => {
    const target = await openPlayed((_request, response) => void response.writeHead(404).end('{}'))
    expect(target).not.toHaveProperty('states')
    expect(await target.send({ method: 'GET', target: '/', headers: [] })).toMatchObject({ status: 404 })
  })

  test('leads to an error if the response of a control endpoint is malformed', async () => {
    const target = await openPlayed((_request, response) => void response.end('<html>'))
    await expect(target.states?.establish(ask)).rejects.toMatchObject({ code: 'state-not-established' })
  })

  test('leads to an error if its clock differs from the run clock, and the error says how to align the two clocks', async () => {
    const server = await listenHttp((_request, response) => void response.end('{"now":"2026-01-05T11:00:00.000Z"}'))
    const open = (now: string) => openSandbox({ api: 'aniva', baseUrl: server.url, now })
    await expect(open('2026-01-05T09:00:00Z')).rejects.toMatchObject({
      code: 'clocks-apart',
      message: expect.stringMatching(/sandbox --now 2026-01-05T09:00:00Z`.*--now 2026-01-05T11:00:00.000Z/),
    })
    const { close } = await open('2026-01-05T10:30:00Z')
    await close()
    await server.close()
  })

  test('leads to an error if nothing listens on its port', async () => {
    const server = await listenHttp(() => undefined)
    await server.close()
    await expect(openSandbox({ api: 'aniva', baseUrl: server.url })).rejects.toMatchObject({ code: 'target-down' })
  })
})
