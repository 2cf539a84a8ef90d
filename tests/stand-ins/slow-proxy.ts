import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bytesOf, type LoggedRequest, machineTime } from './common/http.ts'

/** The faults that the proxy adds to the network. */
export interface SlowProxyOptions {
  /** A URL of the server behind the proxy. Must be `http:`. Only its origin is used. */
  readonly target: string
  /** The port of the proxy. 0 or absent takes a free port. */
  readonly port?: number
  /** The time in milliseconds that each request waits in the proxy. At most 5000, default 150. */
  readonly latency?: number
  /**
   * The number of requests that may start within one second. Further requests get 429 with Retry-After. Default 5;
   * Infinity allows any number.
   */
  readonly perSecond?: number
  /**
   * Resets the connection of every nth request, either `before` the server gets the request, or `after` it has
   * answered.
   */
  readonly reset?: { readonly every: number; readonly when: 'before' | 'after' }
  /**
   * Resets the connections of `requests` consecutive requests, beginning with number `from` (the first is 1). The
   * server does not get these requests.
   */
  readonly outage?: { readonly from: number; readonly requests: number }
}

/** A request that the proxy received. `outcome` says what the proxy did with the request. */
export interface ProxiedRequest extends LoggedRequest {
  outcome?: 'forwarded' | 'limited' | 'reset-before' | 'reset-after' | 'outage' | 'unreachable'
}

/** A running proxy on 127.0.0.1. */
export interface SlowProxy {
  readonly origin: string
  /** Returns the URL of the proxy that leads to the given URL of the server. */
  readonly through: (url: string) => string
  /** All requests so far, in the order of their start. */
  readonly log: readonly ProxiedRequest[]
  /** Resets all connections, including those of waiting requests, until `restore` is called. */
  readonly cut: () => void
  readonly restore: () => void
  /** Ends all connections and timers, and frees the port. */
  readonly close: () => Promise<void>
}

const upstreamTimeout = 10_000

interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

/** Forwards a request to the server behind the proxy. */
async function forward(message: IncomingMessage, body: Buffer, target: URL): Promise<Answer> {
  const { host: _, connection: __, ...headers } = message.headers
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(
      {
        host: target.hostname,
        port: target.port,
        method: message.method,
        path: message.url,
        headers: { ...headers, host: target.host },
        agent: false,
        timeout: upstreamTimeout,
      },
      resolve,
    )
    outgoing.once('timeout', () => outgoing.destroy(new Error('The server behind the proxy timed out.')))
    outgoing.once('error', reject)
    outgoing.end(body)
  })
  const { connection: ___, 'keep-alive': ____, 'transfer-encoding': _____, ...kept } = response.headers
  return { status: response.statusCode ?? 502, headers: kept, body: await bytesOf(response) }
}

function check({ latency = 150, perSecond = 5, reset, outage }: SlowProxyOptions) {
  if (!(latency >= 0 && latency <= 5000)) throw new RangeError(`The latency must be from 0 to 5000, got ${latency}.`)
  if (!(perSecond > 0)) throw new RangeError(`The requests per second must be above 0, got ${perSecond}.`)
  if (reset !== undefined && !(reset.every >= 1)) throw new RangeError(`reset.every must be 1 or more.`)
  return { latency, perSecond, reset, outage }
}

/** Starts a proxy in front of a server. Each option simulates one fault of real networks and gateways. */
export async function startSlowProxy(options: SlowProxyOptions): Promise<SlowProxy> {
  const { latency, perSecond, reset, outage } = check(options)
  const target = new URL(options.target)
  const log: ProxiedRequest[] = []
  const timers = new Map<NodeJS.Timeout, () => void>()
  let isCut = false
  let starts: number[] = []

  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        resolve()
      }, latency)
      timers.set(timer, resolve)
    })
  const isLimited = (now: number): boolean => {
    starts = starts.filter((start) => start > now - 1000)
    if (starts.length >= perSecond) return true
    starts.push(now)
    return false
  }
  const write = (response: ServerResponse, entry: ProxiedRequest, { status, headers, body }: Answer): void => {
    entry.status = status
    response.writeHead(status, { ...headers, 'content-length': body.length })
    response.end(body)
  }
  const handle = async (message: IncomingMessage, response: ServerResponse, entry: ProxiedRequest): Promise<void> => {
    const ordinal = log.length
    const drop = (outcome: NonNullable<ProxiedRequest['outcome']>): void => {
      entry.outcome = outcome
      message.socket.resetAndDestroy()
    }
    const isOut = (): boolean =>
      isCut || (outage !== undefined && ordinal >= outage.from && ordinal < outage.from + outage.requests)
    const limited = isLimited(entry.startedAt)
    const body = await bytesOf(message)
    await wait()
    if (isOut()) return drop('outage')
    if (limited) {
      entry.outcome = 'limited'
      const headers = { 'content-type': 'application/json', 'retry-after': '1' }
      return write(response, entry, { status: 429, headers, body: Buffer.from('{"message":"Too Many Requests"}') })
    }
    const isReset = reset !== undefined && ordinal % reset.every === 0
    if (isReset && reset.when === 'before') return drop('reset-before')
    const answer = await forward(message, body, target).catch(() => undefined)
    if (isReset) return drop('reset-after')
    if (isCut) return drop('outage')
    entry.outcome = answer === undefined ? 'unreachable' : 'forwarded'
    write(response, entry, answer ?? { status: 502, headers: {}, body: Buffer.alloc(0) })
  }
  const server = createServer((message, response) => {
    const entry: ProxiedRequest = {
      method: message.method ?? 'GET',
      path: message.url ?? '/',
      startedAt: machineTime(),
    }
    log.push(entry)
    handle(message, response, entry).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    through: (url) => origin + url.slice(new URL(url).origin.length),
    log,
    cut: () => {
      isCut = true
    },
    restore: () => {
      isCut = false
    },
    close: () =>
      new Promise((resolve) => {
        isCut = true
        server.close(() => resolve())
        server.closeAllConnections()
        for (const [timer, finish] of timers) {
          clearTimeout(timer)
          finish()
        }
        timers.clear()
      }),
  }
}
