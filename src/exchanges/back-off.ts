import { retryAfter } from '../client/sending/send-with-retries.ts'
import type { RawAnswer } from './exchange.ts'

/** Waits while a server is busy (429 or 503). All requests of a run share one `BackOff`. */
export interface BackOff {
  /** Waits until the pause that the server asked for is over. */
  ready(): Promise<void>
  /**
   * Decides whether to repeat a request that got a 429 or 503. Returns `again`, or the reason why not. Returns
   * undefined for other statuses. `attempt` is 1 for the first request.
   */
  decide(answer: RawAnswer, attempt: number): 'again' | StillBusy | undefined
}

/** The reason why a request that got a 429 or 503 is not repeated. */
export interface StillBusy {
  readonly because: string
  /** True if the server asks for a longer pause than the run is allowed to wait. Other requests would then fail too. */
  readonly isTooLong: boolean
}

/** The clocks and limits of a `BackOff`. */
export interface BackOffOptions {
  /** Returns the milliseconds of a monotonic clock, for measuring durations. */
  elapsed(): number
  /**
   * Returns the current time in milliseconds since 1970 UTC. A date in `Retry-After` is compared with this time if the
   * response has no header `Date`.
   */
  now(): number
  wait(milliseconds: number): Promise<void>
  /** Returns how many milliseconds the run is still allowed to wait. */
  remaining(): number
  /** True if the run also waits after a 429 or 503 without `Retry-After`. */
  withoutHeader: boolean
}

/** The maximum number of repetitions: `asked` if the response has `Retry-After`, `unasked` if not. */
const MOST_RETRIES = { asked: 8, unasked: 3 }
/** The first pause if the response has no `Retry-After`, in milliseconds. Each further pause is twice as long. */
const FIRST_PAUSE = 250

/**
 * Creates a `BackOff`, which makes the run wait after a 429 or 503 for the time in `Retry-After`. With `withoutHeader`,
 * the run also waits if the response has no `Retry-After`. RFC 9110 §10.2.3, RFC 6585 §4.
 */
export function backOff({ elapsed, now, wait, remaining, withoutHeader }: BackOffOptions): BackOff {
  let until = 0
  return {
    ready: async () => {
      for (let left = until - elapsed(); left > 0; left = until - elapsed()) {
        const before = elapsed()
        await wait(left)
        // `wait` ended much too early. This means that the run was cancelled.
        if (elapsed() - before < left / 2) return
      }
    },
    decide: ({ status, headers }, attempt) => {
      if (status !== 429 && status !== 503) return undefined
      // `Retry-After: 0` does not say how long to wait, so it counts as absent.
      const asked = retryAfter({ status, headers: Object.fromEntries(headers), text: '' }, { now }) || undefined
      if (asked === undefined && !withoutHeader) return undefined
      const pause = asked ?? FIRST_PAUSE * 2 ** (attempt - 1)
      const most = asked === undefined ? MOST_RETRIES.unasked : MOST_RETRIES.asked
      if (attempt > most || (asked === undefined && pause > remaining()))
        return { because: `the server answered ${status} ${attempt} times: ${adviceFor(status)}`, isTooLong: false }
      if (pause > remaining()) {
        const seconds = Math.ceil(pause / 1000)
        return {
          because: `the server answered ${status} and asks to wait ${seconds} s, which is longer than the run may wait`,
          isTooLong: true,
        }
      }
      until = Math.max(until, elapsed() + pause)
      return 'again'
    },
  }
}

const adviceFor = (status: number): string =>
  status === 429 ? 'send fewer requests with --rate 1/s' : 'run again when the server is available'
