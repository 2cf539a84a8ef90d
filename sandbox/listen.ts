import { getRequestListener } from '@hono/node-server'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Sandbox } from './sandbox.ts'

/** A listening sandbox. */
export interface Listening {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Stops listening and closes all connections. */
  readonly close: () => Promise<void>
}

/** The address, and the timeouts for slow clients. */
export interface ListenOptions {
  /** Default: a free port. */
  readonly port?: number
  /** Default: `127.0.0.1`. Anything but the loopback also needs `exposed`. */
  readonly host?: string
  /** Allows access from other machines. Default: false. */
  readonly exposed?: boolean
  /** How long a client may take to send its headers, in milliseconds. Default: 5 000. */
  readonly headersTimeout?: number
  /** How long a client may take to send a whole request, in milliseconds. Default: 10 000. */
  readonly requestTimeout?: number
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/
const MALFORMED = JSON.stringify({ message: 'The request is malformed.', error: 'The request is malformed.' })
const STATUS_OF_PARSE_ERROR: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/**
 * Serves a sandbox over HTTP/1.1, by default on the loopback.
 * @throws {RangeError} when the host is not the loopback and `exposed` is not set.
 */
export async function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', exposed = false, headersTimeout = 5000, requestTimeout = 10_000 } = options
  if (!LOOPBACK.test(host) && !exposed) throw new RangeError(`${host} is not the loopback; set exposed to listen there`)
  const answer = getRequestListener(
    (request, { incoming }) => sandbox.handle(request, incoming.socket.remoteAddress ?? 'unknown'),
    { hostname: host, errorHandler: () => malformed() },
  )
  const timeouts = { headersTimeout, requestTimeout, connectionsCheckingInterval: 1000, keepAliveTimeout: 5000 }
  const server = createServer({ ...timeouts, maxHeaderSize: 16_384 }, answer)
  // An expectation that is not known may be ignored (RFC 9110 §10.1.1); node would answer 417 without a body.
  server.on('checkExpectation', answer)
  server.maxHeadersCount = 200
  server.on('clientError', refuseMalformed)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const bound = portOf(server.address())
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers bytes that are not an HTTP request; the API never gets them. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  const { _httpMessage: answering } = socket as Socket & { readonly _httpMessage?: ServerResponse | null }
  if (!socket.writable || answering?.headersSent === true) {
    socket.destroy()
    return
  }
  const status = STATUS_OF_PARSE_ERROR[error.code ?? ''] ?? '400 Bad Request'
  const head = [`HTTP/1.1 ${status}`, 'content-type: application/json', `content-length: ${MALFORMED.length}`]
  socket.end(`${head.join('\r\n')}\r\nconnection: close\r\n\r\n${MALFORMED}`, () => socket.destroy())
}

function malformed(): Response {
  return new Response(MALFORMED, { status: 400, headers: { 'content-type': 'application/json', connection: 'close' } })
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
