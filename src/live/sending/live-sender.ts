import { retryAfter } from '../../client/sending/send-with-retries.ts'
import { ContractError } from '../../errors.ts'
import { headerOf, isAnswer, type RawAnswer, type RawRequest, type TransportFailure } from '../../exchanges/exchange.ts'
import { openHttpClient, type HttpClient, type HttpLimits } from '../../exchanges/http-client.ts'
import { startRate } from './start-rate.ts'
import { strikes } from './strikes.ts'

/**
 * Sends all requests to a vendor's server. Limits the rate, allows only the hosts of `baseUrl` and `tokenUrl`, and
 * stops after repeated refusals of valid credentials.
 */
export interface LiveSender {
  /** Sends a request. `isGood` is true if its credentials are valid and sufficient. */
  send(request: RawRequest, isGood: boolean): Promise<RawAnswer | TransportFailure>
  /** Returns the HTTP client for token requests. Throws `bad-config` for a host that is not allowed. */
  clientOf(origin: string): HttpClient
  /** The number of requests that were sent so far. */
  readonly requests: number
  /** Returns why no more requests are sent. Returns undefined while requests are sent. */
  stopped(): string | undefined
  /** Makes the sender refuse all further requests, for the given reason. */
  stop(because: string): void
  /**
   * Returns by how many milliseconds the server's clock is ahead. Returns undefined until a response has contained the
   * header `Date`.
   */
  clockAhead(): number | undefined
  close(): Promise<void>
}

export interface LiveSenderOptions {
  readonly baseUrl: string
  readonly tokenUrl?: string
  readonly perSecond: number
  /** The maximum time in milliseconds that a run waits in total because of `Retry-After`. */
  readonly waitMilliseconds: number
  readonly limits: Partial<HttpLimits>
  readonly signal?: AbortSignal
  elapsed(): number
  /** Returns the current time in milliseconds since 1970 UTC. */
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** Creates a sender. It never follows redirects and never repeats a request. */
export function openLiveSender(options: LiveSenderOptions): LiveSender {
  const { baseUrl, tokenUrl = baseUrl, limits, signal, now } = options
  const allowed = new Set([new URL(baseUrl).origin, new URL(tokenUrl).origin])
  const clients = new Map<string, HttpClient>()
  const rate = startRate(options)
  const refusals = strikes()
  let requests = 0
  let waitLeft = options.waitMilliseconds
  let ended: string | undefined
  let ahead: number | undefined
  const stopped = (): string | undefined => ended ?? refusals.reason()
  const note = (answer: RawAnswer): void => {
    const date = Date.parse(headerOf(answer, 'date') ?? '')
    if (!Number.isNaN(date)) ahead ??= date - now()
    const pause = retryAfter({ status: answer.status, headers: Object.fromEntries(answer.headers), text: '' }, { now })
    if (pause === undefined) return
    if (pause > waitLeft) ended = `the server asks to wait ${Math.ceil(pause / 1000)} s, longer than limits.wait allows`
    else rate.pause(pause)
    waitLeft -= pause
  }
  const sendTo = (origin: string, request: RawRequest, isGood: boolean): Promise<RawAnswer | TransportFailure> =>
    rate.inTurn(async () => {
      const because = stopped()
      if (because !== undefined) return { kind: 'refused', message: because }
      requests += 1
      const answer = await open(origin).send(request, signal)
      if (!isAnswer(answer)) return answer
      note(answer)
      refusals.record(answer.status, isGood)
      return answer
    })
  const open = (origin: string): HttpClient => {
    if (!allowed.has(origin)) {
      throw new ContractError('bad-config', {
        what: `${origin} is the host of neither baseUrl nor tokenUrl, so nothing is sent there`,
        next: 'correct tokenUrl in contract.config.yaml',
      })
    }
    const client = clients.get(origin) ?? openHttpClient(origin, limits)
    clients.set(origin, client)
    return client
  }
  return {
    send: (request, isGood) => sendTo(new URL(baseUrl).origin, request, isGood),
    clientOf: (origin) => {
      open(origin)
      return { send: (request) => sendTo(origin, request, true), close: () => Promise.resolve() }
    },
    get requests() {
      return requests
    },
    stopped,
    stop: (because) => {
      ended ??= because
    },
    clockAhead: () => ahead,
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()))
    },
  }
}
