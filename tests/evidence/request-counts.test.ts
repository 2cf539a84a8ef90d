import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { inFolder } from '../support/in-folder.ts'
import { runGate, type Ran } from '../support/run-main.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

const servers: TestServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Rooms', version: '1' },
  paths: {
    '/rooms': {
      get: {
        operationId: 'listRooms',
        parameters: [{ name: 'size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 9 } }],
        responses: {
          200: {
            description: 'rooms',
            content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
          },
          400: { description: 'bad' },
          429: { description: 'too many' },
        },
      },
    },
  },
})

const answerRooms = ({ method, url = '' }: IncomingMessage, response: ServerResponse): void => {
  const size = new URL(url, 'http://x').searchParams.get('size')
  if (method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
  if (size !== null && !/^[1-9]$/.test(size)) return void response.writeHead(400).end()
  response.writeHead(200, { 'content-type': 'application/json' }).end('["a"]')
}

/**
 * Runs the gate against a server that answers requests with `answer`. Returns the result, and the number of requests
 * that the server received.
 */
async function gate(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  args: readonly string[] = [],
): Promise<Ran & { readonly report: Report; readonly received: number }> {
  let received = 0
  const server = await listenHttp((request, response) => {
    received += 1
    answer(request, response, received)
  })
  servers.push(server)
  const run = await inFolder({ 'rooms.json': DOCUMENT }, () =>
    runGate(['--spec', 'rooms.json', '-u', server.url, ...args]),
  )
  return { ...run, received }
}

const countOf = ({ runs: [run] }: Report): number => (run?.counts.requests ?? 0) + (run?.counts.controlRequests ?? 0)

describe('a report counts as many requests as the server received', () => {
  test('after a passed run', async () => {
    const { code, report, received } = await gate(answerRooms)
    expect(code).toBe(0)
    expect(countOf(report)).toBe(received)
  })

  test('after a failed run, which repeats requests', async () => {
    const { code, report, received } = await gate((request, response) => {
      if (request.method === 'GET') response.writeHead(200, { 'content-type': 'application/json' }).end('[1]')
      else answerRooms(request, response)
    })
    expect(code).toBe(1)
    expect(countOf(report)).toBe(received)
  })

  test('after a run with --explore, which shrinks failed cases', async () => {
    const { report, received } = await gate(
      (request, response) => {
        if (request.url?.includes('size=7') === true) response.writeHead(500).end()
        else answerRooms(request, response)
      },
      ['--explore', '20'],
    )
    expect(countOf(report)).toBe(received)
  })
})

describe('a busy server', () => {
  test.each([
    [429, '0'],
    [503, '0'],
    [429, new Date(0).toUTCString()],
  ])('that answers %i with Retry-After %s gets the request again after the pause', async (status, retryAfter) => {
    const { code, report, received } = await gate((request, response, count) => {
      if (count % 3 === 0) response.writeHead(status, { 'retry-after': retryAfter }).end()
      else answerRooms(request, response)
    })
    expect(report.runs[0]?.findings).toEqual([])
    expect(code).toBe(0)
    expect(countOf(report)).toBe(received)
  })

  test('that answers 429 without Retry-After gets the request again after a pause', async () => {
    const { code, report } = await gate((request, response, count) => {
      if (count === 2) response.writeHead(429).end()
      else answerRooms(request, response)
    })
    expect(report.runs[0]?.findings).toEqual([])
    expect(code).toBe(0)
  })

  test.each([429, 503])('that always answers %i makes the run blocked', async (status) => {
    const { code, out, report } = await gate(
      (_request, response) => void response.writeHead(status, { 'retry-after': '0' }).end(),
    )
    expect(report.runs[0]?.findings).toEqual([])
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`the server answered ${status} `)
  })

  test('that asks for a wait longer than the budget makes the run blocked', async () => {
    const { code, out, report } = await gate(
      (_request, response) => void response.writeHead(503, { 'retry-after': '3600' }).end(),
      ['--budget', '30'],
    )
    expect(report.runs[0]?.findings).toEqual([])
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toContain('asks to wait 3600 s, which is longer than the run may wait')
  })
})
