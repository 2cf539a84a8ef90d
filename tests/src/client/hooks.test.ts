import { describe, expect, test } from 'vitest'
import { createCall } from '../../../src/client/client.ts'
import type { Contract, ContractOperation } from '../../../src/client/contract.ts'
import { RequestRefused } from '../../../src/client/errors.ts'
import type { Fetch } from '../../../src/client/sending/fetch.ts'
import type { HookError, HookRequest, HookResponse, Hooks } from '../../../src/client/hooks.ts'
import { systemClock } from '../../../src/client/sending/clock.ts'
import { BASE_URL, json, lobbieAppointment, lobbieClient, lobbiePath, rejection, SECRETS } from './fixtures.ts'

const body = { note: 'Bring the referral letter' }

/**
 * Returns a client, and a log of the calls of its hooks. The responses have the given statuses, one after the other.
 */
function observed(statuses: readonly number[], more: Hooks & { requestIdHeader?: string } = {}) {
  const log: [name: string, event: HookRequest | HookResponse | HookError][] = []
  const sent: Parameters<Fetch>[1][] = []
  const left = [...statuses]
  const client = lobbieClient({
    baseUrl: BASE_URL,
    clock: {
      ...systemClock,
      after: (_milliseconds, callback) => systemClock.after(_milliseconds > 1000 ? 60_000 : 1, callback),
    },
    fetch: async (url: string, init: Parameters<Fetch>[1]) => {
      if (url.endsWith('/oauth/token')) return json(200, { access_token: SECRETS.token, expires_in: 3600 })
      sent.push(init)
      const status = left.shift() ?? 200
      if (status === 0) throw new TypeError('fetch failed')
      return json(status, status === 200 ? lobbieAppointment : { message: 'no' }, { 'set-cookie': SECRETS.apiKey })
    },
    onRequest: (request) => void log.push(['request', request]),
    onResponse: (response) => void log.push(['response', response]),
    onError: (failure) => void log.push(['error', failure]),
    ...more,
  })
  return { log, sent, call: (options = {}) => client.updateAppointment(lobbiePath, body, options) }
}

describe('the hooks of a client', () => {
  test('get each attempt with its number and its response; all attempts of a call have the same request id', async () => {
    const { log, call } = observed([0, 200])
    await call()
    expect(log.map(([name, { attempt }]) => [name, attempt])).toEqual([
      ['request', 1],
      ['request', 2],
      ['response', 2],
    ])
    expect(new Set(log.map(([, { requestId }]) => requestId)).size).toBe(1)
    expect(log.at(-1)?.[1]).toMatchObject({ operation: 'updateAppointment', status: 200, request: { method: 'PUT' } })
  })

  test('get no credential, no cookie and no body', async () => {
    const { log, call } = observed([200])
    await call()
    expect(JSON.stringify(log)).not.toMatch(
      new RegExp(`${SECRETS.token}|${SECRETS.apiKey}|referral|authorization`, 'i'),
    )
    expect(log[0]?.[1]).toMatchObject({ headers: { 'content-type': 'application/json' } })
  })

  test('get credentials, cookies and bodies if hooksSeeSecrets is true', async () => {
    const { log, call } = observed([200], { hooksSeeSecrets: true })
    await call()
    expect(log[0]?.[1]).toMatchObject({
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${SECRETS.token}` },
    })
    expect(log[1]?.[1]).toMatchObject({
      headers: { 'set-cookie': SECRETS.apiKey },
      text: JSON.stringify(lobbieAppointment),
    })
  })

  test('can add headers to a request, but cannot replace its credentials', async () => {
    const { sent, call } = observed([200], { onRequest: () => ({ headers: { traceparent: '00-1-2-01' } }) })
    await call()
    expect(sent[0]?.headers).toMatchObject({ traceparent: '00-1-2-01', authorization: `Bearer ${SECRETS.token}` })
    const forged = observed([200], { onRequest: () => ({ headers: { Authorization: 'Bearer other' } }) })
    expect((await rejection(forged.call())).message).toContain('Authorization is set by the client itself')
    expect(forged.sent).toEqual([])
  })

  test('get the error that ends a call, even if the client has sent nothing', async () => {
    const { log, call } = observed([500])
    const error = await rejection(call({ requestId: 'call-7' }))
    expect(log.at(-1)).toEqual(['error', { operation: 'updateAppointment', requestId: 'call-7', attempt: 1, error }])
    expect(error).toMatchObject({ name: 'ContractViolation', requestId: 'call-7' })
    const refused = observed([])
    await rejection(refused.call({ headers: { accept: 'text/html' } }))
    expect(refused.log).toMatchObject([['error', { attempt: 0, error: { name: 'TypeError' } }]])
  })

  test.each(['onRequest', 'onResponse'] as const)('end the call without a retry if %s throws', async (name) => {
    const { sent, log, call } = observed([200], {
      [name]: () => {
        throw new Error('stop')
      },
    })
    expect((await rejection(call())).message).toBe('stop')
    expect(sent.length).toBe(name === 'onRequest' ? 0 : 1)
    expect(log.at(-1)?.[0]).toBe('error')
  })

  test('do not replace the error of a call if onError throws', async () => {
    const { call } = observed([500], { onError: () => Promise.reject(new Error('log is full')) })
    expect(await rejection(call())).toHaveProperty('name', 'ContractViolation')
    const sync = observed([500], {
      onError: () => {
        throw new Error('log is full')
      },
    })
    expect(await rejection(sync.call())).toHaveProperty('name', 'ContractViolation')
  })

  test('cannot delay a call beyond its time limit', async () => {
    const { call } = observed([200], { onRequest: () => new Promise(() => undefined) })
    expect(await rejection(call({ timeoutMs: 20 }))).toHaveProperty('name', 'OutOfTime')
  })
})

describe('the request id of a call', () => {
  test('is sent in the header that requestIdHeader names; by default it is not sent', async () => {
    const { sent, call } = observed([200], { requestIdHeader: 'X-Request-Id' })
    await call({ requestId: 'call-7' })
    await call()
    expect(sent[0]?.headers).toMatchObject({ 'x-request-id': 'call-7' })
    expect(sent[1]?.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
    const silent = observed([200])
    await silent.call({ requestId: 'call-7' })
    expect(JSON.stringify(silent.sent)).not.toContain('call-7')
  })

  test('is a property of the error that refuses a request', async () => {
    const client = lobbieClient({ baseUrl: BASE_URL })
    const error = await rejection(client.updateAppointment(lobbiePath, {}, { requestId: 'call-7' }))
    expect(error).toBeInstanceOf(RequestRefused)
    expect(error).toHaveProperty('requestId', 'call-7')
  })
})

describe('security alternatives', () => {
  const operation = (security: readonly (readonly string[])[]): ContractOperation => ({
    id: 'read',
    method: 'GET',
    path: '/things',
    security,
    parameters: [],
    responses: { '204': { content: {}, headers: [] } },
  })
  const schemes: Contract['schemes'] = {
    key: { type: 'apiKey', in: 'query', parameter: 'key' },
    session: { type: 'apiKey', in: 'cookie', parameter: 'sid' },
    token: { type: 'bearer' },
    login: { type: 'basic' },
  }
  const read = async (security: readonly (readonly string[])[], credentials: object, hooks: Hooks = {}) => {
    const seen: { url: string; headers: Record<string, string> }[] = []
    const fetch: Fetch = async (url, { headers }) => {
      seen.push({ url, headers })
      return new Response(null, { status: 204 })
    }
    const contract = { schemes, operations: { read: operation(security) } }
    await createCall(
      contract,
      { baseUrl: BASE_URL, fetch, ...hooks },
      credentials as never,
    )(contract.operations.read, {})
    return seen[0]
  }
  const token = { token: 't' }
  const key = { apiKey: () => 'k' }

  test('for which the client has no credentials are skipped; the first alternative with credentials is used', async () => {
    expect((await read([['key'], ['token']], { token }))?.headers).toMatchObject({ authorization: 'Bearer t' })
    expect((await read([['key'], ['token']], { token, key }))?.url).toBe(`${BASE_URL}/things?key=k`)
    const both = await read([['key', 'session'], ['token']], { key, session: { apiKey: 's' } })
    expect([both?.url, both?.headers]).toEqual([`${BASE_URL}/things?key=k`, { cookie: 'sid=s' }])
    const login = await read([['login']], { login: { username: 'ü', password: 'p' } })
    expect(login?.headers).toEqual({ authorization: `Basic ${Buffer.from('ü:p').toString('base64')}` })
  })

  test('make credentials optional if one alternative is empty; the client sends the credentials that it has', async () => {
    expect((await read([[], ['token']], {}))?.headers).toEqual({})
    expect((await read([[], ['token']], { token }))?.headers).toEqual({ authorization: 'Bearer t' })
  })

  test('make the client throw an error that names the option `credentials` if the client has credentials for no alternative', async () => {
    await expect(read([['key', 'session'], ['token']], { key })).rejects.toThrow(
      'read requires credentials for key and session, or token: pass them to the client as `credentials`',
    )
  })

  test('with an API key in the query do not show the key in the URL that a hook gets', async () => {
    const urls: string[] = []
    await read([['key']], { key }, { onRequest: ({ url }) => void urls.push(url) })
    expect(urls).toEqual([`${BASE_URL}/things`])
  })
})
