import type { Exchange, RawAnswer, RawRequest, TransportFailure } from './exchange.ts'

/** Something that requests are sent through. Never throws for what the server does. */
export interface Sender {
  send(request: RawRequest): Promise<RawAnswer | TransportFailure>
}

/** The two clocks of a run. */
export interface Clocks {
  /** Instant on the run clock, ISO 8601: what requests are written by. */
  now(): string
  /** Milliseconds of the machine, from a fixed point. */
  elapsed(): number
}

/** Sends one request and records the answer, when it was sent and how long it took. Judges nothing. */
export async function recordExchange(sender: Sender, request: RawRequest, clocks: Clocks): Promise<Exchange> {
  const sentAt = clocks.now()
  const begun = clocks.elapsed()
  const answer = await sender.send(request)
  return { request, answer, sentAt, milliseconds: clocks.elapsed() - begun }
}
