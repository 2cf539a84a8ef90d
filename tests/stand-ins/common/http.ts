import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'

/** A request with its whole body. `path` has no query and is not percent-decoded. */
export interface Incoming {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A response. Without `body` it has no content. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Answers a request. An exception becomes a 500. */
export type Handler = (incoming: Incoming) => Reply | Promise<Reply>

/** A received request. `path` has the query; `startedAt` is in milliseconds since 1970 by the machine's clock. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  readonly startedAt: number
  /** The status of the response; undefined until the response is written. */
  status?: number
}

/** A server on 127.0.0.1. `log` grows with each request, in the order in which they start. */
export interface Served {
  readonly origin: string
  readonly log: readonly LoggedRequest[]
  readonly close: () => Promise<void>
}

/** Milliseconds since 1970 with fractions, by the machine's clock. */
export const machineTime = (): number => performance.timeOrigin + performance.now()

/** The body of a message. */
export async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * Serves a handler on 127.0.0.1.
 * @param port 0 takes a free port
 * @param now the server's clock in milliseconds since 1970, which the `Date` header shows
 */
export async function serve(handler: Handler, port: number, now: () => number): Promise<Served> {
  const log: LoggedRequest[] = []
  const server = createServer((message, response) => {
    const { method = 'GET', url = '/' } = message
    const entry: LoggedRequest = { method, path: url, startedAt: machineTime() }
    log.push(entry)
    const answer = async (): Promise<void> => {
      const body = await bytesOf(message)
      const cut = url.indexOf('?')
      const [path, query] = cut < 0 ? [url, ''] : [url.slice(0, cut), url.slice(cut + 1)]
      const incoming = { method, path, query: new URLSearchParams(query), headers: message.headers, body }
      const reply = await Promise.resolve()
        .then(() => handler(incoming))
        .catch((error: unknown): Reply => {
          console.error(error)
          return { status: 500 }
        })
      entry.status = reply.status
      response.writeHead(reply.status, {
        date: new Date(now()).toUTCString(),
        'content-length': Buffer.byteLength(reply.body ?? ''),
        ...reply.headers,
      })
      response.end(reply.body)
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log, close }
}

/** The values of the `{names}` of a path template, percent-decoded, or undefined if the path does not match. */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const [parts, actual] = [template.split('/'), path.split('/')]
  if (parts.length !== actual.length) return undefined
  const values: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const text = actual[index] ?? ''
    if (!part.startsWith('{')) {
      if (part !== text) return undefined
      continue
    }
    try {
      values[part.slice(1, -1)] = decodeURIComponent(text)
    } catch {
      return undefined
    }
    if (text === '') return undefined
  }
  return values
}

/** A JSON response. */
export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})
