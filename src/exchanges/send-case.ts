import type { Exchange, RawRequest } from './exchange.ts'
import type { Target } from './target.ts'

/** The two clocks of a run: the one that requests are written by, and the machine's. */
export interface Clocks {
  /** Instant on the run clock, ISO 8601. */
  now(): string
  /** Milliseconds of the machine, from some fixed point. */
  elapsed(): number
}

/** Sends one request and says what came of it. Never complains about the answer: that is judging. */
export async function sendCase(target: Pick<Target, 'send'>, request: RawRequest, clocks: Clocks): Promise<Exchange> {
  const sentAt = clocks.now()
  const begun = clocks.elapsed()
  const answer = await target.send(request)
  return { request, answer, sentAt, milliseconds: clocks.elapsed() - begun }
}
