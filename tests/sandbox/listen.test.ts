import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { listen, type ListenOptions, type Listening } from '../../sandbox/listen.ts'
import type { Fault } from '../../sandbox/faults/fault.ts'
import { FAULTS } from '../../sandbox/faults.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { ask, fetchToken, lobbieUrl, NOW } from './support.ts'

const started: Listening[] = []
const sockets: Socket[] = []

async function start(options: ListenOptions = {}) {
  const sandbox = createSandbox({ now: NOW })
  const listening = await listen(sandbox, options)
  started.push(listening)
  return { sandbox, ...listening }
}

/** Sends bytes to a port. Resolves with all received bytes after the server has closed the connection. */
function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    sockets.push(socket)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  })
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(started.splice(0).map(({ close }) => close()))
})

test('of a hundred concurrent requests for one slot, one gets 200 and is stored, and 99 get 409', async () => {
  const { sandbox, url } = await start()
  const { partner } = sandbox.partners.lobbie
  const token = await fetchToken(fetch, partner.clientId, partner.clientSecret, url)
  const { path, given, values } = await sandbox.establish({ api: 'lobbie', state: 'crowd', caseId: 'crowd' })
  const [slot] = values['startTime'] as string[]
  const update = (appointmentId: number, body: unknown) =>
    ask(fetch, url + lobbieUrl({ ...path, appointmentId }), {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const appointmentIds = given['appointmentIds'] as number[]
  expect(appointmentIds).toHaveLength(100)
  const statuses = await Promise.all(appointmentIds.map(async (id) => (await update(id, { startTime: slot })).status))
  expect(statuses.toSorted().join()).toBe([200, ...Array<number>(99).fill(409)].join())
  const starts = await Promise.all(
    appointmentIds.map(async (id) => (await update(id, { note: 'Counted' })).body['startTime']),
  )
  expect(starts.filter((start) => start === slot)).toHaveLength(1)
  expect(starts.indexOf(slot)).toBe(statuses.indexOf(200))
})

describe('a client that', () => {
  test('sends its headers too slowly gets a 408, and the connection is closed', async () => {
    const { port } = await start({ headersTimeout: 200, requestTimeout: 400 })
    expect(await sendBytes(port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n')).toMatch(/^HTTP\/1.1 408 /)
  })

  test('sends its body too slowly is disconnected', async () => {
    const { port, url } = await start({ headersTimeout: 200, requestTimeout: 400 })
    const head = 'POST /oauth/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n'
    await sendBytes(port, `${head}Content-Length: 100\r\n\r\ngrant`)
    expect((await fetch(`${url}/__sandbox/status`)).status).toBe(200)
  })

  test.each([
    ['bytes that are not HTTP', 'HELLO\r\n\r\n', 400],
    ['an unknown method', 'FROB / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['an invalid Host header', 'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', 400],
    [
      'two Content-Length headers',
      'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'a Content-Length and a chunked body',
      'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['too many headers', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n${'x: y\r\n'.repeat(20_000)}\r\n`, 431],
    ['a backslash in the path', 'GET /api\\v1 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', 400],
    ['the method TRACE', 'TRACE /api/v1/appointments/x HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', 405],
  ])('sends %s gets an error response in JSON', async (_what, bytes, status) => {
    const { port } = await start()
    const answered = await sendBytes(port, bytes)
    expect(answered).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answered.toLowerCase()).toContain('content-type: application/json')
  })

  test.each([
    ['with a Content-Length', { 'content-length': '1000001' }, ''],
    ['in chunks', { 'transfer-encoding': 'chunked' }, `100000\r\n${'x'.repeat(0x100000)}\r\n`],
  ])(
    'sends a body of more than a megabyte %s gets a 400, and the connection is closed',
    async (_how, headers, body) => {
      const { port, sandbox } = await start()
      const { id } = sandbox.demo.aniva.path
      const all = {
        host: '127.0.0.1',
        'x-api-key': sandbox.partners.aniva.partner.value,
        'content-type': 'application/json',
        ...headers,
      }
      const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
      const answered = await sendBytes(
        port,
        `PATCH /api/v1/appointments/${id} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body}`,
      )
      expect(answered).toMatch(/^HTTP\/1.1 400 /)
      expect(answered).toContain('{"error":"The body is too large."}')
    },
  )
})

test('a request without a Host header gets a 400', async () => {
  const { port } = await start()
  expect(await sendBytes(port, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
})

test.each([
  ['attacker.example', 421],
  ['127.0.0.1.attacker.example', 421],
  ['localhost.attacker.example:80', 421],
  ['localhost:1234', 404],
  ['127.0.0.1', 404],
  ['[::1]:80', 404],
])(
  'a request with the Host header %s gets a %i (421 means that the sandbox refuses this host)',
  async (host, status) => {
    const { port } = await start()
    const answer = await sendBytes(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  },
)

test('`close` closes open connections', async () => {
  const { port, close } = await start()
  const hangingUp = sendBytes(port, 'GET / HTTP/1.1\r\n')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const began = performance.now()
  await close()
  await hangingUp
  expect(performance.now() - began).toBeLessThan(500)
})

test('`listen` needs the option `exposed` for an address that other machines can reach', async () => {
  await expect(listen(createSandbox(), { host: '0.0.0.0' })).rejects.toThrow(RangeError)
  const { port, url } = await start({ host: '0.0.0.0', exposed: true })
  expect(url).toBe(`http://0.0.0.0:${port}`)
})

test('`listen` does not replace the global Request and Response', async () => {
  const before = [globalThis.Request, globalThis.Response]
  await start()
  expect([globalThis.Request, globalThis.Response]).toEqual(before)
})

test('`listen` throws if the port is in use', async () => {
  const { port } = await start()
  await expect(listen(createSandbox(), { port })).rejects.toThrow('EADDRINUSE')
})

test('a listening sandbox prints nothing, even if a client disconnects during a request', async () => {
  const printed: unknown[] = []
  const kept = { ...console }
  for (const name of ['log', 'info', 'warn', 'error'] as const) console[name] = (...text) => printed.push(text)
  try {
    const { url, port } = await start()
    await fetch(`${url}/oauth/token`, { method: 'POST', body: 'x' })
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /oauth/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nx')
      setTimeout(() => socket.destroy(), 50)
    })
    await new Promise((resolve) => socket.on('close', resolve))
    await new Promise((resolve) => setTimeout(resolve, 50))
  } finally {
    Object.assign(console, kept)
  }
  expect(printed).toEqual([])
})

/** Returns the main parts of a sandbox's responses to six requests, over HTTP or in this process. */
async function responsesOf({ id, api }: Pick<Fault, 'id' | 'api'>, over: 'HTTP' | 'process'): Promise<unknown[]> {
  const sandbox = createSandbox({ now: NOW, fault: id })
  const listening = await listen(sandbox)
  started.push(listening)
  const { path } = await sandbox.establish({ api, state: 'appointment', caseId: id })
  const isLobbie = api === 'lobbie'
  const { clientId, clientSecret } = sandbox.partners.lobbie.partner
  const credential: Record<string, string> = isLobbie
    ? { authorization: `Bearer ${await fetchToken(sandbox.fetch, clientId, clientSecret)}` }
    : { 'x-api-key': sandbox.partners.aniva.partner.value }
  const json = { 'content-type': 'application/json' }
  const method = isLobbie ? 'PUT' : 'PATCH'
  const accepted = isLobbie ? '{"note":"Ground floor"}' : '{"scheduled_at":"2026-02-02T10:00:00Z"}'
  const requests: RequestInit[] = [
    ...[accepted, '{"unknown":1}', '{'].map((body) => ({ method, headers: { ...json, ...credential }, body })),
    { method, headers: json, body: accepted },
    { method: 'DELETE', headers: credential },
    { method: 'HEAD', headers: credential },
  ]
  const url = isLobbie ? lobbieUrl(path) : `/api/v1/appointments/${path['id']}`
  const [send, base] = over === 'HTTP' ? [fetch, listening.url] : [sandbox.fetch, '']
  const seen: unknown[] = []
  for (const request of requests) {
    const { status, headers, body, text } = await ask(send, base + url, request)
    seen.push([status, headers.get('content-type'), headers.has('date'), Object.keys(body), text === ''])
  }
  return seen
}

test.each(FAULTS.map(({ id, api }) => ({ id, api })))(
  'a sandbox with the fault $id sends the same responses over HTTP as in the process',
  async (fault) => {
    expect(await responsesOf(fault, 'HTTP')).toEqual(await responsesOf(fault, 'process'))
  },
)
