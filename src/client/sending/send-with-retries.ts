import type { Clock } from './clock.ts'
import type { Deadline } from './deadline.ts'
import type { ReceivedAnswer } from './fetch.ts'

/** Methods whose requests have no further effect when they are repeated. RFC 9110 §9.2.2. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])

/** The milliseconds to wait after the first network error. The time doubles after each further error. */
const FIRST_PAUSE_MS = 200

export interface RetryPolicy {
  /** The number of retries that are left. */
  retries: number
  /** The number of attempts that were made. */
  attempts: number
  /** True if a request can be repeated although the server may have processed it. */
  readonly retryUncertain: boolean
}

export function retryPolicyFor(method: string, retries: number, retryNotIdempotent: boolean): RetryPolicy {
  return { retries, attempts: 0, retryUncertain: retryNotIdempotent || IDEMPOTENT.has(method) }
}

/** Functions that are called before and after each attempt. An error that they throw ends the call. */
export interface AroundAttempts {
  before(): Promise<void>
  after(received: ReceivedAnswer): Promise<void>
}

/** Sends a request. Repeats it as long as this is safe and time is left. Throws the last error of `send`. */
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
 * Returns how many milliseconds to wait after a 429 or 503 with `Retry-After`. Returns undefined if there is no such
 * header. The header contains seconds or an HTTP date (RFC 9110 §10.2.3). The date is compared with the `Date` header,
 * because the clocks of client and server may differ.
 */
export function retryAfter({ status, headers }: ReceivedAnswer, clock: Pick<Clock, 'now'>): number | undefined {
  const value = headers['retry-after']?.trim()
  if ((status !== 429 && status !== 503) || value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const until = httpDate(value)
  if (until === undefined) return undefined
  return Math.max(0, until - (httpDate(headers['date']) ?? clock.now()))
}

/** Parses an HTTP date to milliseconds since 1970 UTC. Returns undefined for another text. RFC 9110 §5.6.7. */
function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/.test(text)) return undefined
  const milliseconds = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
