import { afterEach, describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runGate, type Ran } from '../support/run-main.ts'
import type { Report } from '../../src/report/report.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

const servers: TestServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const PATHS = ['birds', 'fish', 'cats', 'dogs', 'mice']

const number = (name: string): object => ({ name, in: 'query', schema: { type: 'integer', minimum: 1, maximum: 9 } })

const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Animals', version: '1' },
  paths: Object.fromEntries(
    PATHS.map((path) => [
      `/${path}`,
      {
        get: {
          operationId: path,
          parameters: [number('page'), number('size')],
          responses: { 200: { description: 'all' }, 400: { description: 'wrong' }, 429: { description: 'busy' } },
        },
      },
    ]),
  ),
})

/** Runs the gate on a server that answers requests for some paths with a status and a `Retry-After`. */
async function gate(
  busy: readonly string[],
  status: number,
  retryAfter: () => string,
): Promise<Ran & { readonly report: Report; readonly received: readonly string[] }> {
  const received: string[] = []
  const server = await listenHttp((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const path = pathname.slice(1)
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
    received.push(path)
    if (busy.includes(path)) return void response.writeHead(status, { 'retry-after': retryAfter() }).end()
    const isGood = [...searchParams.values()].every((value) => /^[1-9]$/.test(value))
    response.writeHead(isGood ? 200 : 400).end()
  })
  servers.push(server)
  const options = ['--spec', 'animals.json', '-u', server.url, '--budget', '20', '--concurrency', '1']
  const ran = await inFolder({ 'animals.json': DOCUMENT }, () => runGate(options))
  return { ...ran, received }
}

const seconds = (): string => '3600'
const date = (): string => new Date(Date.now() + 3_600_000).toUTCString()

describe('a server that asks for a longer pause than the run may take', () => {
  test.each([
    [429, 'in seconds', seconds],
    [503, 'in seconds', seconds],
    [429, 'as a date', date],
  ])(
    'gets one request for each of two operations, and then no further request (status %i, pause %s)',
    async (status, _form, retryAfter) => {
      const { code, report, received } = await gate(PATHS, status, retryAfter)
      expect(received).toEqual(PATHS.slice(0, 2))
      expect(report.runs[0]?.findings).toEqual([])
      expect(report.runs[0]?.because.join(' ')).toMatch(
        new RegExp(`Giving up: the server answered ${status} and asks to wait 3[56]\\d\\d s`),
      )
      expect(code).toBe(2)
    },
  )

  test('gets further requests for operations whose responses do not ask for a pause', async () => {
    const { code, report, received } = await gate(['birds', 'cats'], 429, seconds)
    const count = (path: string): number => received.filter((each) => each === path).length
    expect([count('birds'), count('cats')]).toEqual([1, 1])
    expect(count('dogs')).toBeGreaterThan(5)
    expect(report.runs[0]?.because.join(' ')).toContain('Giving up birds: the server answered 429')
    expect(code).toBe(2)
  })
})

test('a server that never asks for a pause passes', async () => {
  const { code, report } = await gate([], 429, seconds)
  expect([code, report.runs[0]?.verdict]).toEqual([0, 'passed'])
})
