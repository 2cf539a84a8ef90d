import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach } from 'vitest'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

/**
 * A response of a test server. If `body` is bytes, they are sent unchanged; any other body is sent as JSON. `headers`
 * can replace the content type.
 */
export type Answer = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>]
export type Answers = (request: IncomingMessage, url: URL, body: string) => Answer

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** Starts a server with the given responses and returns its URL. The server is closed when the test ends. */
export async function serve(answers: Answers): Promise<string> {
  const server = await listenHttp((request, response) => void reply(request, response, answers))
  servers.push(server)
  return server.url
}

async function reply(request: IncomingMessage, response: ServerResponse, answers: Answers): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? '/', 'http://here')
  const [status, body, headers = {}] = answers(request, url, Buffer.concat(chunks).toString())
  const allow = status === 405 && headers['allow'] === undefined ? { allow: 'GET' } : {}
  const type = body === undefined || headers['content-type'] !== undefined ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...allow, ...type, ...headers })
  response.end(body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body))
}
