import type { Clock } from './clock.ts'
import type { Deadline } from './deadline.ts'
import type { ReceivedAnswer } from './fetch.ts'

/** Methods that have no further effect when repeated. RFC 9110 §9.2.2. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])

/** Milliseconds to wait after the first network error. Doubles after each further error. */
const FIRST_PAUSE_MS = 200

export interface RetryPolicy {
  /** The remaining retries. */
  retries: number
  /** The attempts so far. */
  attempts: number
  /** True to retry even if the server may have processed the request. */
  readonly retryUncertain: boolean
}

export function retryPolicyFor(method: string, retries: number, retryNotIdempotent: boolean): RetryPolicy {
  return { retries, attempts: 0, retryUncertain: retryNotIdempotent || IDEMPOTENT.has(method) }
}

/** Called around each attempt. An error that it throws ends the call. */
export interface AroundAttempts {
  before(): Promise<void>
  after(received: ReceivedAnswer): Promise<void>
}

/** Sends a request, and retries it while that is safe and time remains. Throws the last error of `send`. */
export async function sendWithRetries(
  send: () => Promise<ReceivedAnswer>,
  policy: RetryPolicy,
  deadline: Deadline,
  clock: Clock,
  around?: AroundAttempts,
): Promise<ReceivedAnswer> {
  for (let pause = FIRST_PAUSE_MS; ;) {
    policy.attempts += 1
    if (around !== undefined) await deadline.race(around.before())
    let received: ReceivedAnswer
    try {
      received = await deadline.race(send())
    } catch (error) {
      if (deadline.signal.aborted || !policy.retryUncertain || policy.retries === 0) throw error
      policy.retries -= 1
      await deadline.pause(pause)
      pause *= 2
      continue
    }
    if (around !== undefined) await deadline.race(around.after(received))
    const wait = retryAfter(received, clock)
    if (wait === undefined || policy.retries === 0 || wait >= deadline.remaining()) return received
    policy.retries -= 1
    await deadline.pause(wait)
  }
}

/**
 * Returns the milliseconds to wait after a 429 or 503 with `Retry-After`, or undefined without it. The header has
 * seconds or an HTTP date (RFC 9110 §10.2.3). A date is compared with the `Date` header, because the clocks of client
 * and server may differ.
 */
export function retryAfter({ status, headers }: ReceivedAnswer, clock: Pick<Clock, 'now'>): number | undefined {
  const value = headers['retry-after']?.trim()
  if ((status !== 429 && status !== 503) || value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const until = httpDate(value)
  if (until === undefined) return undefined
  return Math.max(0, until - (httpDate(headers['date']) ?? clock.now()))
}

/** Parses an HTTP date to milliseconds since 1970 UTC, or returns undefined. RFC 9110 §5.6.7. */
function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/.test(text)) return undefined
  const milliseconds = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
