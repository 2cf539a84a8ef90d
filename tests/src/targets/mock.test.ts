import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isAnswer, type RawRequest } from '../../../src/exchanges/exchange.ts'
import { openMock, reachMock, type Mock } from '../../../src/targets/mock.ts'
import { inventedByPrism } from '../../../src/targets/prism/invented-response.ts'
import { preferExample } from '../../../src/targets/prism/prefer-example.ts'
import { PRISM_LAUNCHER } from '../../../src/targets/prism/launcher.ts'
import { orderCase } from '../exchanges/order-case.ts'
import { listenHttp } from '../exchanges/servers.ts'

const documentFile = fileURLToPath(new URL('../../fixtures/targets/mock/orders.yaml', import.meta.url))

const update: RawRequest = {
  method: 'PUT',
  target: '/orders/1',
  headers: [
    ['X-Api-Key', 'any'],
    ['Content-Type', 'application/json'],
    ['Accept', 'application/json'],
  ],
  body: Buffer.from('{"note":"new"}'),
}

async function statusAndBody(mock: Mock, request: RawRequest): Promise<[number, unknown]> {
  const answer = await mock.target.send(request)
  if (!isAnswer(answer)) throw new Error(answer.message)
  return [answer.status, JSON.parse(Buffer.from(answer.body).toString() || 'null')]
}

function isAlive(pid = 0): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function gone(pid: number | undefined, milliseconds: number): Promise<boolean> {
  for (const until = performance.now() + milliseconds; performance.now() < until;) {
    if (!isAlive(pid)) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return !isAlive(pid)
}

describe('a running mock', () => {
  let mock: Mock
  beforeAll(async () => {
    mock = await openMock({ documentFile })
  })
  afterAll(() => mock.close())

  test('listens on a free port of 127.0.0.1, keeps no state, checks only the presence of credentials, and can return a 5xx', () => {
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(mock.target).toMatchObject({
      name: 'mock',
      baseUrl: mock.url,
      shows: { state: false, auth: 'presence' },
    })
  })

  test.each([
    [{ status: '200', example: 'closed' }, 200, { id: 2, status: 'CLOSED' }],
    [{ status: '200' }, 200, { id: 1, status: 'OPEN' }],
    [{ status: '409', example: 'taken' }, 409, { error: 'taken' }],
    [{ status: '4XX', example: 'other' }, 401, { error: 'other' }],
    [{ status: 'default', example: 'fault' }, 500, { error: 'fault' }],
  ])('returns the example for which a case asks with %j', async (ask, status, body) => {
    expect(await statusAndBody(mock, preferExample(update, orderCase({ ask })))).toEqual([status, body])
  })

  test('leaves a request unchanged if the case requests no example', () => {
    expect(preferExample(update, orderCase({}))).toBe(update)
  })

  test.each([
    ['an undocumented path', { ...update, target: '/nothing' }, /NO_PATH_MATCHED/],
    ['an undocumented method', { ...update, method: 'DELETE' }, /NO_METHOD_MATCHED/],
    ['malformed JSON', { ...update, body: Buffer.from('{"note":') }, /invalid_json/],
    [
      'a missing key if no 401 is documented',
      { ...update, method: 'PATCH', target: '/visits/1', headers: [] },
      /UNAUTHORIZED/,
    ],
  ])('recognizes that Prism invented the response to %s', async (_name, request, which) => {
    const answer = await mock.target.send(request)
    expect(isAnswer(answer) && mock.target.invented?.(answer)).toMatch(which)
  })

  test('does not report a documented response as invented by Prism', async () => {
    for (const request of [update, { ...update, body: Buffer.from('{"note":1}') }]) {
      const answer = await mock.target.send(request)
      expect(isAnswer(answer) && mock.target.invented?.(answer)).toBeUndefined()
    }
  })

  test('can be used by a second target through its URL, and keeps running when the second target is closed', async () => {
    const second = reachMock(mock.url)
    expect(await second.target.send(update)).toMatchObject({ status: 200 })
    await second.close()
    expect(second.pid).toBeUndefined()
    expect(isAlive(mock.pid)).toBe(true)
  })

  test('reports a response as invented by Prism only if it has the form of an error of Prism', () => {
    const answer = (type: string, body: string) =>
      inventedByPrism({ status: 400, headers: [['content-type', type]], body: Buffer.from(body) })
    expect(answer('application/problem+json', '{"type":"https://example.org/taken"}')).toBeUndefined()
    expect(answer('application/json', '{"error":{"code":"taken"}}')).toBeUndefined()
    expect(answer('text/html', '{"error":{"code":"invalid_json"}}')).toBeUndefined()
    expect(answer('application/json', '{')).toBeUndefined()
  })
})

describe('the Prism process of a mock', () => {
  const mocks: Mock[] = []
  afterEach(async () => {
    await Promise.all(mocks.splice(0).map((mock) => mock.close()))
  })

  test('uses the given port, and ends when the mock is closed', async () => {
    const server = await listenHttp(() => undefined)
    await server.close()
    const mock = await openMock({ documentFile, port: server.port })
    expect(mock.url).toBe(server.url)
    expect(isAlive(mock.pid)).toBe(true)
    await mock.close()
    expect(isAlive(mock.pid)).toBe(false)
    expect(mock.target.failure?.()).toBeUndefined()
  })

  test('ends when the abort signal fires', async () => {
    const controller = new AbortController()
    const mock = await openMock({ documentFile, signal: controller.signal })
    controller.abort()
    expect(await gone(mock.pid, 2_000)).toBe(true)
  })

  test('ends if the abort signal fires during the start', async () => {
    await expect(openMock({ documentFile, signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      code: 'mock-failed',
    })
  })

  test('is reported if it was killed, and the mock then refuses requests', async () => {
    const mock = await openMock({ documentFile })
    mocks.push(mock)
    process.kill(mock.pid ?? 0, 'SIGKILL')
    expect(await gone(mock.pid, 2_000)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(mock.target.failure?.()).toBe('Prism ended by SIGKILL while it was in use')
    expect(await mock.target.send(update)).toEqual({
      kind: 'refused',
      message: 'Prism ended by SIGKILL while it was in use',
    })
  })

  test('is not started on a port in use, and the error names the port', async () => {
    const server = await listenHttp(() => undefined)
    await expect(openMock({ documentFile, port: server.port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(String(server.port)),
    })
    await server.close()
  })

  test('is not started for an invalid document, and the error contains the output of Prism', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mock-'))
    const file = join(folder, 'broken.yaml')
    await writeFile(file, 'openapi: 3.1.0\ninfo: { title: none, version: 1.0.0 }\npaths: {}\n')
    await expect(openMock({ documentFile: file })).rejects.toMatchObject({
      code: 'mock-failed',
      message: expect.stringContaining('No operations found'),
    })
    await rm(folder, { recursive: true })
  })

  test('is stopped if its start takes too long', async () => {
    await expect(openMock({ documentFile, startMilliseconds: 20 })).rejects.toMatchObject({
      code: 'mock-failed',
      message: expect.stringContaining('within 20 ms'),
    })
  })

  test('is not started if Prism is not installed, and the error names the command that installs it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mock-'))
    await expect(openMock({ documentFile, from: pathToFileURL(join(folder, 'x.js')).href })).rejects.toMatchObject({
      code: 'package-missing',
      message: expect.stringContaining('npm install --save-dev @stoplight/prism-cli'),
    })
    await rm(folder, { recursive: true })
  })

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'ends if a %s ends the process that started Prism',
    async (signal) => {
      const { parent, url } = await mockOfAnotherProcess()
      expect(await isReached(url)).toBe(true)
      parent.kill(signal)
      // Checks that Prism no longer responds. The list of processes cannot show that Prism has ended: on some machines,
      // a process stays in the list for some time after its end.
      await expect.poll(() => isReached(url), { timeout: 15_000 }).toBe(false)
    },
  )
})

async function isReached(url: string): Promise<boolean> {
  const mock = reachMock(url)
  const answer = await mock.target.send(update)
  await mock.close()
  return isAnswer(answer)
}

/**
 * Starts another process, which starts Prism in the same way as `startPrism`. The program of this process is
 * JavaScript, because Node 20 cannot run TypeScript.
 */
async function mockOfAnotherProcess(): Promise<{ parent: ReturnType<typeof spawn>; url: string }> {
  const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli'))
  const script = `
    const child = require('node:child_process').spawn(process.execPath,
      ['-e', ${JSON.stringify(PRISM_LAUNCHER)}, '--', ${JSON.stringify(prism)}, 'mock', ${JSON.stringify(documentFile)}, '-p', '0'],
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.once('message', ({ port }) => process.stdout.write(String(port)))
    setInterval(() => undefined, 1000)`
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString())),
  )
  return { parent, url: `http://127.0.0.1:${port}` }
}
