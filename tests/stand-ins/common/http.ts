import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'

/** A request with its whole body. `path` has no query and is still percent-encoded. */
export interface Incoming {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A response. If `body` is absent, the response has no content. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Answers a request. If it throws, the response is a 500. */
export type Handler = (incoming: Incoming) => Reply | Promise<Reply>

/**
 * A received request. `path` includes the query. `startedAt` is in milliseconds since 1970, by the clock of the
 * machine.
 */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  readonly startedAt: number
  /** The status of the response; undefined until the response is written. */
  status?: number
}

/** A server on 127.0.0.1. Each request is added to `log` when it starts. */
export interface Served {
  readonly origin: string
  readonly log: readonly LoggedRequest[]
  readonly close: () => Promise<void>
}

/** Returns milliseconds since 1970 with fractions, by the clock of the machine. */
export const machineTime = (): number => performance.timeOrigin + performance.now()

/** Reads the whole body of a message. */
export async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * Serves a handler on 127.0.0.1.
 * @param port the port; 0 takes a free port
 * @param now the clock of the server in milliseconds since 1970, used for the `Date` header
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

/**
 * Matches a path with a path template. Returns the percent-decoded value of each placeholder. Returns undefined if the
 * path does not match.
 */
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
