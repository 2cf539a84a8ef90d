import { afterEach, describe, expect, test } from 'vitest'
import { send } from './common/test-client.ts'
import { serve, type Served } from './common/http.ts'
import { type SlowProxy, type SlowProxyOptions, startSlowProxy } from './slow-proxy.ts'

let opened: { readonly server: Served; readonly proxy: SlowProxy } | undefined

/**
 * Starts a server whose response repeats the request, and a proxy in front of it that has only the faults in `options`.
 */
async function open(options: Omit<SlowProxyOptions, 'target'>) {
  const server = await serve(
    ({ method, path, query, headers, body }) => ({
      status: 201,
      headers: { 'content-type': 'application/json', 'x-tag': 'a' },
      body: JSON.stringify({ method, path, q: query.get('q'), key: headers['x-api-key'], body: body.toString() }),
    }),
    0,
    Date.now,
  )
  const proxy = await startSlowProxy({ latency: 0, perSecond: Infinity, ...options, target: server.origin })
  opened = { server, proxy }
  return opened
}

afterEach(async () => {
  await opened?.proxy.close()
  await opened?.server.close()
  opened = undefined
})

/** Sends `count` requests, and returns the status of each, or `reset` if its connection was reset. */
async function statuses({ server, proxy }: NonNullable<typeof opened>, count: number): Promise<(number | string)[]> {
  const found: (number | string)[] = []
  for (let sent = 0; sent < count; sent += 1)
    found.push(
      await send('GET', proxy.through(`${server.origin}/a`)).then(
        ({ status }) => status,
        () => 'reset',
      ),
    )
  return found
}

describe('the proxy that simulates a slow, unreliable network', () => {
  test('passes requests and responses on unchanged', async () => {
    const { server, proxy } = await open({})
    const { status, headers, body } = await send(
      'PUT',
      proxy.through(`${server.origin}/a/b?q=1`),
      { 'x-api-key': 'k' },
      { a: 'ü' },
    )
    expect([status, headers.get('x-tag'), body]).toEqual([
      201,
      'a',
      { method: 'PUT', path: '/a/b', q: '1', key: 'k', body: '{"a":"ü"}' },
    ])
    expect(proxy.log).toMatchObject([{ method: 'PUT', path: '/a/b?q=1', status: 201, outcome: 'forwarded' }])
  })

  test('delays each request', async () => {
    const { server, proxy } = await open({ latency: 150 })
    await send('GET', proxy.through(`${server.origin}/a`))
    expect((server.log[0]?.startedAt ?? 0) - (proxy.log[0]?.startedAt ?? 0)).toBeGreaterThan(140)
  })

  test('refuses requests above the allowed number per second, with Retry-After', async () => {
    const { server, proxy } = await open({ perSecond: 5 })
    const responses = await Promise.all(
      Array.from({ length: 7 }, () => send('GET', proxy.through(`${server.origin}/a`))),
    )
    const refused = responses.filter(({ status }) => status === 429)
    expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(['1', '1'])
    expect(server.log).toHaveLength(5)
  })

  test.each([
    { when: 'before', received: 2 },
    { when: 'after', received: 3 },
  ] as const)('resets every third connection $when the server responds', async ({ when, received }) => {
    const opened = await open({ reset: { every: 3, when } })
    expect(await statuses(opened, 3)).toEqual([201, 201, 'reset'])
    expect(opened.server.log).toHaveLength(received)
    expect(opened.proxy.log.at(-1)?.outcome).toBe(`reset-${when}`)
  })

  test('can reset some connections in the middle of a run, and forward later requests', async () => {
    const opened = await open({ outage: { from: 2, requests: 2 } })
    expect(await statuses(opened, 4)).toEqual([201, 'reset', 'reset', 201])
    expect(opened.server.log).toHaveLength(2)
  })

  test('interrupts and restores the connection on demand', async () => {
    const opened = await open({})
    opened.proxy.cut()
    expect(await statuses(opened, 1)).toEqual(['reset'])
    opened.proxy.restore()
    expect(await statuses(opened, 1)).toEqual([201])
  })

  test('answers 502 if the server is not reachable', async () => {
    const opened = await open({})
    await opened.server.close()
    expect(await statuses(opened, 1)).toEqual([502])
  })

  test('can be closed while a request waits', async () => {
    const { server, proxy } = await open({ latency: 5000 })
    const response = send('GET', proxy.through(`${server.origin}/a`)).catch(() => 'closed')
    while (proxy.log.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await proxy.close()
    expect(await response).toBe('closed')
  })

  test('rejects a latency above five seconds', async () => {
    await expect(startSlowProxy({ target: 'http://127.0.0.1:1', latency: 5001 })).rejects.toThrow(
      'The latency must be from 0 to 5000, got 5001.',
    )
  })
})
