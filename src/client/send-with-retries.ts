import type { Clock } from './clock.ts'
import type { Deadline } from './deadline.ts'
import type { ReceivedAnswer } from './judge-answer.ts'

/** Methods that say the same when they are said twice. RFC 9110 §9.2.2. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])

/** The first pause after a network error; each further one is twice as long. */
const FIRST_PAUSE_MS = 200

export interface RetryPolicy {
  /** How often more it may be sent. Counts down. */
  retries: number
  /** How often it was sent. Counts up. */
  attempts: number
  /** Whether to send again what may have been carried out. */
  readonly again: boolean
}

export function retryPolicyFor(method: string, retries: number, retryNotIdempotent: boolean): RetryPolicy {
  return { retries, attempts: 0, again: retryNotIdempotent || IDEMPOTENT.has(method) }
}

/** Sends, and sends again where that is safe and the time allows. Throws what `send` throws at last. */
export async function sendWithRetries(
  send: () => Promise<ReceivedAnswer>,
  policy: RetryPolicy,
  deadline: Deadline,
  clock: Clock,
): Promise<ReceivedAnswer> {
  for (let pause = FIRST_PAUSE_MS; ;) {
    policy.attempts += 1
    try {
      const received = await deadline.race(send())
      const wait = retryAfter(received, clock)
      if (wait === undefined || policy.retries === 0 || wait >= deadline.remaining()) return received
      policy.retries -= 1
      await deadline.pause(wait)
    } catch (error) {
      if (deadline.signal.aborted || !policy.again || policy.retries === 0) throw error
      policy.retries -= 1
      await deadline.pause(pause)
      pause *= 2
    }
  }
}

/**
 * How long a 429 or 503 asks to wait: seconds or an HTTP-date. RFC 9110 §10.2.3. A date is read by the server's own
 * `Date`, so that it does not matter whose clock is wrong. Undefined when the answer does not ask.
 */
export function retryAfter({ status, headers }: ReceivedAnswer, clock: Pick<Clock, 'now'>): number | undefined {
  const value = headers['retry-after']?.trim()
  if ((status !== 429 && status !== 503) || value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const until = httpDate(value)
  if (until === undefined) return undefined
  return Math.max(0, until - (httpDate(headers['date']) ?? clock.now()))
}

/** Milliseconds since the epoch. RFC 9110 §5.6.7; only the forms that name a day, in GMT. */
function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/.test(text)) return undefined
  const milliseconds = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
