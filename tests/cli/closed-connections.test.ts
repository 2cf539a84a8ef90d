import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'
import { folderWith } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

let server: TestServer | undefined
afterEach(() => server?.close())

const ok = { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } }
const name = { name: 'name', in: 'path', required: true, schema: { type: 'string', example: 'a' } }
const kind = { type: 'object', required: ['kind'], properties: { kind: { enum: ['a', 'b', 'c'] } } }
const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things': {
      get: { operationId: 'listThings', responses: { '200': ok, '4XX': ok } },
      post: {
        operationId: 'searchThings',
        requestBody: { required: true, content: { 'application/json': { schema: kind } } },
        responses: { '200': ok, '4XX': ok },
      },
    },
    '/things/{name}': {
      get: { operationId: 'getThing', parameters: [name], responses: { '200': ok, '4XX': ok } },
    },
  },
})

/** Runs the gate on a server that closes the connection of each request for which `closes` returns true. */
async function gateOn(closes: (request: IncomingMessage, body: string, count: number) => boolean) {
  let count = 0
  server = await listenHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      count += 1
      const body = Buffer.concat(chunks).toString()
      if (closes(request, body, count)) return void request.socket.destroy()
      const isKnown = ['GET', 'HEAD', 'POST'].includes(request.method ?? '')
      const isSearch = request.method === 'POST' && /^{"kind":"[abc]"}$/.test(body)
      const isJson = request.headers['content-type'] === 'application/json'
      const status = isKnown ? (request.method !== 'POST' || (isSearch && isJson) ? 200 : 400) : 405
      response.writeHead(status, { 'content-type': 'application/json', allow: 'GET, HEAD, POST' }).end('{}')
    })
  })
  const folder = folderWith({ 'things.json': DOCUMENT })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/things.json`, '-u', server.url])
    return { code, findings: findingsOf(report).map((each) => each.split('/')[0]), report }
  } finally {
    folder.remove()
  }
}

describe('a connection that the server closes without a response', () => {
  test('is reported if a read fails three times and the server answers other requests in between', async () => {
    const { code, findings, report } = await gateOn(({ url }) => url?.includes('no-such') === true)
    expect(findings).toEqual(['connection_closed error getThing'])
    expect(report.runs[0]?.findings[0]?.message).toBe('the server closes the connection without a response')
    expect(code).toBe(1)
  })

  test('is reported for a write if two requests of the operation fail; no write is sent again', async () => {
    const bodies: string[] = []
    const { findings } = await gateOn(({ method }, body) => {
      if (method !== 'POST' || !/"[bc]"/.test(body)) return false
      bodies.push(body)
      return true
    })
    expect(findings).toContain('connection_closed error searchThings')
    expect(bodies.filter((each) => each === '{"kind":"c"}')).toHaveLength(1)
  })

  test('is not reported if it happens once, because an idle connection may have been closed', async () => {
    let closed = 0
    const { findings } = await gateOn(({ url }) => url?.includes('no-such') === true && ++closed === 1)
    expect(findings).toEqual([])
  })

  test('is not reported if the server no longer responds to any request', async () => {
    const { code, findings } = await gateOn((_request, _body, count) => count > 3)
    expect(findings).toEqual([])
    expect(code).toBe(2)
  })

  test('is not reported for a method that the document does not have', async () => {
    const { findings } = await gateOn(({ method }) => method === 'TRACE' || method === 'PUT' || method === 'DELETE')
    expect(findings.filter((each) => each?.startsWith('connection_closed'))).toEqual([])
  })
})
