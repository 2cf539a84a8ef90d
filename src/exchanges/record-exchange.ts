import type { Exchange, RawAnswer, RawRequest, TransportFailure } from './exchange.ts'

/** Sends requests. Errors of the server are returned and never thrown. */
export interface Sender {
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
}

/** The two clocks of a run. */
export interface Clocks {
  /** Current instant of the run clock, ISO 8601. Times in requests are computed from it. */
  now(): string
  /** Milliseconds of a monotonic clock, for measuring durations. */
  elapsed(): number
}

/** Sends one request. Records the response, the time at which the request was sent, and how long the exchange took. */
export async function recordExchange(sender: Sender, request: RawRequest, clocks: Clocks): Promise<Exchange> {
  const sentAt = clocks.now()
  const begun = clocks.elapsed()
  const answer = await sender.send(request)
  return { request, answer, sentAt, milliseconds: clocks.elapsed() - begun }
}
