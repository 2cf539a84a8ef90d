import type { Exchange, RawAnswer, RawRequest, TransportFailure } from './exchange.ts'

/** Sends requests. Returns failures of the server and never throws them. */
export interface Sender {
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
}

/** The two clocks of a run. */
export interface Clocks {
  /** Returns the current time of the run clock in ISO 8601. Times in requests are computed from it. */
  now(): string
  /** Returns the milliseconds of a monotonic clock, for measuring durations. */
  elapsed(): number
}

/** Sends a request and records the response, the time of sending and the duration. */
export async function recordExchange(sender: Sender, request: RawRequest, clocks: Clocks): Promise<Exchange> {
  const sentAt = clocks.now()
  const begun = clocks.elapsed()
  const answer = await sender.send(request)
  return { request, answer, sentAt, milliseconds: clocks.elapsed() - begun }
}
