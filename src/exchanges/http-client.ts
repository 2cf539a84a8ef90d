import type { Dispatcher } from 'undici'
import { ContractError } from '../errors.ts'
import { openDispatcher, type Connection } from './connection.ts'
import { decodeContent } from './decode-content.ts'
import { startLoopTimer, type LoopTimer } from './loop-timer.ts'
import { streamFormat } from '../operations/media-types.ts'
import { isAnswer, type RawAnswer, type RawRequest, type TransportFailure } from './exchange.ts'
import { codeOf, failureOf } from './transport-failure.ts'

/** The limits of one request. */
export interface HttpLimits {
  /**
   * The time from the call to the last byte, including the wait for a connection. Default 30 s. `totalMilliseconds`,
   * `headerMilliseconds` and `idleMilliseconds` do not count time in which the event loop is busy.
   */
  readonly totalMilliseconds: number
  /** The time from the call to the first byte of the response. Default 20 s. */
  readonly headerMilliseconds: number
  /** The time between two chunks of the body. Default 10 s. */
  readonly idleMilliseconds: number
  /** The time for which a stream is read, because it may never end. Default 2 s from the first byte. */
  readonly streamMilliseconds: number
  /** The maximum size of a body, compressed or decompressed. Default 5 MB. */
  readonly maxBytes: number
  /** The maximum size of all headers together. Default 64 KiB. */
  readonly maxHeaderBytes: number
  /** The maximum number of connections to one origin. Default 64. */
  readonly connections: number
  /** The proxies and the TLS settings. Default: no proxy, and the certificate authorities of Node. */
  readonly connection?: Connection
}

/** The default limits. */
export const HTTP_LIMITS: HttpLimits = {
  totalMilliseconds: 30_000,
  headerMilliseconds: 20_000,
  idleMilliseconds: 10_000,
  streamMilliseconds: 2_000,
  maxBytes: 5_000_000,
  maxHeaderBytes: 65_536,
  connections: 64,
}

/** Sends requests to one origin. */
export interface HttpClient {
  /**
   * Sends a request and returns the decompressed response. Returns a failure of the server instead of throwing it.
   * Throws `bad-argument` for a request that HTTP/1.1 cannot express.
   */
  send(request: RawRequest, signal?: AbortSignal): Promise<RawAnswer | TransportFailure>
  /** Cancels pending requests and closes every connection. */
  close(): Promise<void>
}

/** Opens a client for the origin of `url`. It sends exactly the given bytes, follows no redirects and never retries. */
export function openHttpClient(url: string, limits: Partial<HttpLimits> = {}): HttpClient {
  const settled: HttpLimits = { ...HTTP_LIMITS, ...limits }
  const { origin } = new URL(url)
  const options = {
    connections: settled.connections,
    maxHeaderSize: settled.maxHeaderBytes,
    // `totalMilliseconds` already ends a request that gets no connection. The limit here is longer, and only frees the
    // connection afterwards.
    connectMilliseconds: 2 * settled.totalMilliseconds,
  }
  const pool = openDispatcher(origin, options, settled.connection)
  return {
    send: async (request, signal) => {
      const answer = await dispatch(pool, origin, request, settled, signal)
      return isAnswer(answer) ? decodeContent(answer, settled.maxBytes) : answer
    },
    close: () => pool.destroy(),
  }
}

function dispatch(
  pool: Dispatcher,
  origin: string,
  request: RawRequest,
  limits: HttpLimits,
  signal: AbortSignal | undefined,
): Promise<RawAnswer | TransportFailure> {
  return new Promise((resolve, reject) => {
    const handler = new AnswerHandler(request.method, limits, signal, resolve, reject)
    if (handler.done) return
    pool.dispatch(
      {
        origin,
        method: request.method,
        path: request.target,
        headers: request.headers.flat(),
        body: request.body ?? null,
      },
      handler,
    )
  })
}

/**
 * Collects a response until its last byte arrives, a limit is exceeded, an error occurs, or the request is cancelled.
 */
class AnswerHandler implements Dispatcher.DispatchHandler {
  done = false
  private readonly method: string
  private readonly limits: HttpLimits
  private readonly signal: AbortSignal | undefined
  private readonly resolve: (outcome: RawAnswer | TransportFailure) => void
  private readonly reject: (error: ContractError) => void
  private readonly total: LoopTimer
  private phase: LoopTimer
  private controller: Dispatcher.DispatchController | undefined
  private status = 0
  private headers: RawAnswer['headers'] = []
  private readonly chunks: Uint8Array[] = []
  private length = 0
  private stream: LoopTimer | undefined

  constructor(
    method: string,
    limits: HttpLimits,
    signal: AbortSignal | undefined,
    resolve: (outcome: RawAnswer | TransportFailure) => void,
    reject: (error: ContractError) => void,
  ) {
    this.method = method
    this.limits = limits
    this.signal = signal
    this.resolve = resolve
    this.reject = reject
    this.total = startLoopTimer(limits.totalMilliseconds, () =>
      this.expire(late('not complete', limits.totalMilliseconds)),
    )
    this.phase = startLoopTimer(limits.headerMilliseconds, () =>
      this.cancel('timed-out', late('not started', limits.headerMilliseconds)),
    )
    signal?.addEventListener('abort', this.onAbort)
    if (signal?.aborted === true) this.onAbort()
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller
    if (this.done) controller.abort(new Error('cancelled before it was sent'))
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (this.done || status < 200) return
    this.status = status
    this.headers = pairsOf(controller.rawHeaders)
    this.phase.clear()
    const { idleMilliseconds, maxBytes } = this.limits
    this.phase = startLoopTimer(idleMilliseconds, () => this.expire(`the response stalled for ${idleMilliseconds} ms`))
    if (streamFormat(this.header('content-type') ?? '') !== undefined && this.header('content-length') === undefined)
      this.stream = startLoopTimer(this.limits.streamMilliseconds, () => this.cut())
    const declared = Number(this.header('content-length') ?? 0)
    if (declared > maxBytes && this.method !== 'HEAD') this.cancel('too-large', tooLarge(maxBytes))
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.done) return
    this.phase.refresh()
    this.chunks.push(chunk)
    this.length += chunk.byteLength
    if (this.length <= this.limits.maxBytes) return
    if (this.stream === undefined) this.cancel('too-large', tooLarge(this.limits.maxBytes))
    else this.cut()
  }

  private header(wanted: string): string | undefined {
    return this.headers.find(([name]) => name === wanted)?.[1]
  }

  private expire(message: string): void {
    if (this.stream === undefined) this.cancel('timed-out', message)
    else this.cut()
  }

  /** Ends a stream before its end: returns the part that was read as the response, and closes the connection. */
  private cut(): void {
    const body = Buffer.concat(this.chunks, this.length)
    this.finish({ status: this.status, headers: this.headers, body, isPartial: true })
    this.controller?.abort(new Error('enough of the stream was read'))
  }

  onResponseEnd(): void {
    const [only] = this.chunks
    const body = only !== undefined && this.chunks.length === 1 ? only : Buffer.concat(this.chunks, this.length)
    this.finish({ status: this.status, headers: this.headers, body })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (codeOf(error) === 'UND_ERR_INVALID_ARG' || codeOf(error) === 'UND_ERR_NOT_SUPPORTED') {
      this.finish(undefined)
      this.reject(new ContractError('bad-argument', { what: `a request cannot be sent: ${error.message}` }))
    } else if (codeOf(error) === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' && /^(204|205|304)$/.test(String(this.status))) {
      // A 204, 205 or 304 has no body, even if a header announces a length. RFC 9112 §6.3.
      this.onResponseEnd()
    } else this.finish(failureOf(error))
  }

  private readonly onAbort = (): void => this.cancel('aborted', 'the request was cancelled')

  private cancel(kind: TransportFailure['kind'], message: string): void {
    this.finish({ kind, message })
    this.controller?.abort(new Error(kind))
  }

  private finish(outcome: RawAnswer | TransportFailure | undefined): void {
    if (this.done) return
    this.done = true
    this.total.clear()
    this.phase.clear()
    this.stream?.clear()
    this.signal?.removeEventListener('abort', this.onAbort)
    if (outcome !== undefined) this.resolve(outcome)
  }
}

const late = (what: string, milliseconds: number): string => `the response was ${what} after ${milliseconds} ms`
const tooLarge = (maxBytes: number): string => `the response is larger than ${maxBytes} bytes`

/**
 * Converts the headers from undici's flat list (name, value, name, value) to pairs. The bytes of headers are Latin-1:
 * RFC 9110 §5.5.
 */
function pairsOf(raw: Dispatcher.DispatchController['rawHeaders']): RawAnswer['headers'] {
  if (!Array.isArray(raw)) return []
  const text = (part: Buffer | string | undefined): string =>
    typeof part === 'string' ? part : (part?.toString('latin1') ?? '')
  const pairs: (readonly [string, string])[] = []
  for (let index = 0; index + 1 < raw.length; index += 2) {
    pairs.push([text(raw[index]).toLowerCase(), text(raw[index + 1])])
  }
  return pairs
}
