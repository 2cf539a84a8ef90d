import type { Exchange, RawAnswer, RawRequest, TransportFailure } from './exchange.ts'

/** Sends requests. Does not throw because of anything the server does. */
export interface Sender {
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
}

/** The two clocks of a run. */
export interface Clocks {
  /** Instant of the run clock, ISO 8601. Times in requests are computed from it. */
  now(): string
  /** Milliseconds from a fixed point, by a clock that is never set. */
  elapsed(): number
}

/** Sends one request and records the response, when the request was sent, and how long it took. */
export async function recordExchange(sender: Sender, request: RawRequest, clocks: Clocks): Promise<Exchange> {
  const sentAt = clocks.now()
  const begun = clocks.elapsed()
  const answer = await sender.send(request)
  return { request, answer, sentAt, milliseconds: clocks.elapsed() - begun }
}
