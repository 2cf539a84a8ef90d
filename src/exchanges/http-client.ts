import { Pool, type Dispatcher } from 'undici'
import { ContractError } from '../errors.ts'
import { decodeContent } from './decode-content.ts'
import { isAnswer, type RawAnswer, type RawRequest, type TransportFailure } from './exchange.ts'
import { codeOf, failureOf } from './transport-failure.ts'

/** How long and how much an answer may be. */
export interface HttpLimits {
  /** From the call to the last byte, connecting and queueing included. Default 30 s. */
  readonly totalMilliseconds: number
  /** To the first byte of the answer. Default 20 s. */
  readonly headerMilliseconds: number
  /** Between two pieces of the body. Default 10 s. */
  readonly idleMilliseconds: number
  /** Of the body, on the wire and again after decompression. Default 5 MB. */
  readonly maxBytes: number
  /** Of all the header lines together. Default 64 KiB. */
  readonly maxHeaderBytes: number
  /** Connections to one origin; further requests wait for one. Default 64. */
  readonly connections: number
}

export const HTTP_LIMITS: HttpLimits = {
  totalMilliseconds: 30_000,
  headerMilliseconds: 20_000,
  idleMilliseconds: 10_000,
  maxBytes: 5_000_000,
  maxHeaderBytes: 65_536,
  connections: 64,
}

export interface HttpClient {
  /**
   * Sends the bytes and gives the answer's, decompressed; what the server does is never thrown. Throws `bad-argument`
   * for a request that cannot be written as HTTP/1.1 at all.
   */
  send(request: RawRequest, signal?: AbortSignal): Promise<RawAnswer | TransportFailure>
  /** Gives up what is still under way and closes every connection. */
  close(): Promise<void>
}

/** A client for one origin that sends exactly what it is given, follows nothing and repeats nothing. */
export function openHttpClient(url: string, limits: Partial<HttpLimits> = {}): HttpClient {
  const settled: HttpLimits = { ...HTTP_LIMITS, ...limits }
  const pool = new Pool(new URL(url).origin, {
    connections: settled.connections,
    pipelining: 1,
    maxHeaderSize: settled.maxHeaderBytes,
    // The timers are ours: undici's have a resolution of a second and none for the whole of an answer.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: settled.totalMilliseconds },
  })
  return {
    send: async (request, signal) => {
      const answer = await dispatch(pool, request, settled, signal)
      return isAnswer(answer) ? decodeContent(answer, settled.maxBytes) : answer
    },
    close: () => pool.destroy(),
  }
}

function dispatch(
  pool: Pool,
  request: RawRequest,
  limits: HttpLimits,
  signal: AbortSignal | undefined,
): Promise<RawAnswer | TransportFailure> {
  return new Promise((resolve, reject) => {
    const handler = new AnswerHandler(request.method, limits, signal, resolve, reject)
    if (handler.done) return
    pool.dispatch(
      {
        method: request.method,
        path: request.target,
        headers: request.headers.flat(),
        body: request.body ?? null,
      },
      handler,
    )
  })
}

/** Collects one answer. Whatever comes first ends it: the last byte, a limit, an error, the caller. */
class AnswerHandler implements Dispatcher.DispatchHandler {
  done = false
  private readonly method: string
  private readonly limits: HttpLimits
  private readonly signal: AbortSignal | undefined
  private readonly resolve: (outcome: RawAnswer | TransportFailure) => void
  private readonly reject: (error: ContractError) => void
  private readonly total: NodeJS.Timeout
  private phase: NodeJS.Timeout
  private controller: Dispatcher.DispatchController | undefined
  private status = 0
  private headers: RawAnswer['headers'] = []
  private readonly chunks: Uint8Array[] = []
  private length = 0

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
    this.total = setTimeout(
      () => this.giveUp('timed-out', late('not whole', limits.totalMilliseconds)),
      limits.totalMilliseconds,
    )
    this.phase = setTimeout(
      () => this.giveUp('timed-out', late('not begun', limits.headerMilliseconds)),
      limits.headerMilliseconds,
    )
    signal?.addEventListener('abort', this.onAbort)
    if (signal?.aborted === true) this.onAbort()
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller
    if (this.done) controller.abort(new Error('given up while it waited'))
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (this.done || status < 200) return
    this.status = status
    this.headers = pairsOf(controller.rawHeaders)
    clearTimeout(this.phase)
    const { idleMilliseconds, maxBytes } = this.limits
    this.phase = setTimeout(
      () => this.giveUp('timed-out', `the answer stopped for ${idleMilliseconds} ms`),
      idleMilliseconds,
    )
    const declared = Number(this.headers.find(([name]) => name === 'content-length')?.[1] ?? 0)
    if (declared > maxBytes && this.method !== 'HEAD') this.giveUp('too-large', tooLarge(maxBytes))
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.done) return
    this.phase.refresh()
    this.chunks.push(chunk)
    this.length += chunk.byteLength
    if (this.length > this.limits.maxBytes) this.giveUp('too-large', tooLarge(this.limits.maxBytes))
  }

  onResponseEnd(): void {
    const [only] = this.chunks
    const body = only !== undefined && this.chunks.length === 1 ? only : Buffer.concat(this.chunks, this.length)
    this.finish({ status: this.status, headers: this.headers, body })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (codeOf(error) === 'UND_ERR_INVALID_ARG' || codeOf(error) === 'UND_ERR_NOT_SUPPORTED') {
      this.finish(undefined)
      this.reject(new ContractError('bad-argument', { what: `a request cannot be sent, ${error.message}` }))
    } else this.finish(failureOf(error))
  }

  private readonly onAbort = (): void => this.giveUp('aborted', 'the request was given up')

  private giveUp(kind: TransportFailure['kind'], message: string): void {
    this.finish({ kind, message })
    this.controller?.abort(new Error(kind))
  }

  private finish(outcome: RawAnswer | TransportFailure | undefined): void {
    if (this.done) return
    this.done = true
    clearTimeout(this.total)
    clearTimeout(this.phase)
    this.signal?.removeEventListener('abort', this.onAbort)
    if (outcome !== undefined) this.resolve(outcome)
  }
}

const late = (what: string, milliseconds: number): string => `the answer was ${what} after ${milliseconds} ms`
const tooLarge = (maxBytes: number): string => `the answer is larger than ${maxBytes} bytes`

/** undici's raw header list: name, value, name, value. Bytes are read as Latin-1, RFC 9110 §5.5. */
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
