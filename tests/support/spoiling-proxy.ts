import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from '../../src/json.ts'

/** A response that the proxy received and can change before it forwards the response. */
export interface Passing {
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Json | undefined
}

/** A request that the proxy forwarded. */
export interface Passed {
  readonly method: string
  readonly target: string
  /** A flat list of header names and values: name, value, name, value, in the order of arrival. */
  readonly headers: readonly string[]
  readonly body: string
}

export interface SpoilingProxy {
  readonly url: string
  /** Every request that the proxy forwarded, in the order of arrival. */
  readonly passed: readonly Passed[]
  /** The number of responses that the proxy changed. */
  readonly spoiled: number
  close(): Promise<void>
}

/**
 * Starts a proxy on a free port. `lie.spoil` changes each response with the status `lie.status`. Without `lie`, the
 * proxy changes no response.
 */
export async function openSpoilingProxy(
  upstream: string,
  lie?: { readonly status: number; readonly spoil: (answer: Passing) => Partial<Passing> },
): Promise<SpoilingProxy> {
  const passed: Passed[] = []
  let spoiled = 0
  const server = createServer((incoming, outgoing) => {
    void bytesOf(incoming).then(async (body) => {
      const { method = 'GET', url = '/', rawHeaders } = incoming
      passed.push({ method, target: url, headers: rawHeaders, body: body.toString() })
      const answer = await forward(upstream, incoming, body)
      const bytes = await bytesOf(answer)
      const status = answer.statusCode ?? 0
      if (lie?.status !== status) {
        outgoing.writeHead(status, answer.rawHeaders).end(bytes)
        return
      }
      const { 'content-type': contentType } = answer.headers
      const before: Passing = {
        status,
        contentType,
        body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()),
      }
      const after = { ...before, ...lie.spoil(before) }
      if (JSON.stringify(after) !== JSON.stringify(before)) spoiled += 1
      const kept = Object.entries(answer.headers).filter(([name]) => !/^(content-(type|length)|transfer-)/.test(name))
      const type = after.contentType === undefined ? {} : { 'content-type': after.contentType }
      outgoing
        .writeHead(after.status, { ...Object.fromEntries(kept), ...type })
        .end(after.body === undefined ? undefined : JSON.stringify(after.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    get spoiled() {
      return spoiled
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function forward(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { hostname, port, host } = new URL(upstream)
  const { method, url, headers } = incoming
  return new Promise((resolve, reject) => {
    request({ hostname, port, method, path: url, headers: { ...headers, host } }, resolve)
      .once('error', reject)
      .end(body)
  })
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
