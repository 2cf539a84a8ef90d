import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createServer, type ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import type { WrittenAnswer } from './http/answer.ts'
import type { Sandbox } from './sandbox.ts'

/** A sandbox that listens on a port. */
export interface Listening {
  /** Base URL without a trailing slash. */
  readonly url: string
  readonly port: number
  /** Stops listening and closes all connections. */
  readonly close: () => Promise<void>
}

/** The address to listen on, and timeouts for slow clients. */
export interface ListenOptions {
  /** Default: any free port. */
  readonly port?: number
  /** The address to listen on. Default: `127.0.0.1`. An address other than loopback also needs `exposed`. */
  readonly host?: string
  /** If true, other machines may connect. Default: false. */
  readonly exposed?: boolean
  /** The time in milliseconds that a client has for sending the headers. Default: 5 000. */
  readonly headersTimeout?: number
  /** The time in milliseconds that a client has for sending the whole request. Default: 10 000. */
  readonly requestTimeout?: number
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/
/** Matches a Host header that names this machine, with or without a port. */
const LOOPBACK_HOST = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)(?::\d+)?$/i
const MISDIRECTED = JSON.stringify({ message: 'Unknown host.', error: 'Unknown host.' })
const MALFORMED = JSON.stringify({ message: 'The request is malformed.', error: 'The request is malformed.' })
const STATUS_OF_PARSE_ERROR: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Serves a sandbox over HTTP/1.1. Throws `RangeError` if `host` is not a loopback address and `exposed` is not set. */
export async function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', exposed = false, headersTimeout = 5000, requestTimeout = 10_000 } = options
  if (!LOOPBACK.test(host) && !exposed)
    throw new RangeError(`${host} is not a loopback address: set \`exposed\` to listen on it`)
  const answer = getRequestListener(
    (request, { incoming, outgoing }) => {
      // Protects against DNS rebinding: a web page can make its own host name resolve to this machine. `Host` then has
      // this name.
      if (!exposed && !LOOPBACK_HOST.test(incoming.headers.host ?? host)) return misdirected()
      return sandbox.handle(request, incoming.socket.remoteAddress ?? 'unknown', (written) => send(written, outgoing))
    },
    // The library must not replace the global `Request` and `Response`: a clone of its `Request` loses the URL.
    { hostname: host, errorHandler: () => malformed(), overrideGlobalObjects: false },
  )
  const timeouts = { headersTimeout, requestTimeout, connectionsCheckingInterval: 1000, keepAliveTimeout: 30_000 }
  const server = createServer({ ...timeouts, maxHeaderSize: 16_384 }, answer)
  // Without this handler, Node refuses an unknown `Expect` with 417. A server may ignore it (RFC 9110 §10.1.1).
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

/** Sends a response without a `Response`, which would take as long as the rest of the request. */
function send({ status, headers, text }: WrittenAnswer, outgoing: ServerResponse | Http2ServerResponse): Response {
  const length = text === undefined ? {} : { 'content-length': Buffer.byteLength(text) }
  outgoing.writeHead(status, { ...headers, ...length })
  outgoing.end(text ?? '')
  return RESPONSE_ALREADY_SENT
}

/** Sends a response to bytes that are not a valid HTTP request. Such bytes do not reach the code of the APIs. */
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

/** Returns a 421 for a request whose `Host` names another machine. RFC 9110 §15.5.20. */
function misdirected(): Response {
  return new Response(MISDIRECTED, { status: 421, headers: { 'content-type': 'application/json' } })
}

function malformed(): Response {
  return new Response(MALFORMED, { status: 400, headers: { 'content-type': 'application/json', connection: 'close' } })
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
