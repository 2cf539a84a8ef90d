import { retryAfter } from '../client/sending/send-with-retries.ts'
import type { RawAnswer } from './exchange.ts'

/**
 * Waits while a server is busy. A server says so with the status 429 or 503, and can ask for a pause. All requests of a
 * run share one `BackOff`.
 */
export interface BackOff {
  /** Waits until the pause that the server asked for is over. Returns at once if there is no pause. */
  ready(): Promise<void>
  /**
   * Decides after a response whether its request is sent again. For the statuses 429 and 503, returns `again` if the
   * request may be sent again after `ready`, or else the reason why not. Returns undefined for any other status.
   * `attempt` counts from 1.
   */
  decide(answer: RawAnswer, attempt: number): 'again' | StillBusy | undefined
}

/** The reason why a request that got a 429 or 503 is not sent again. */
export interface StillBusy {
  readonly because: string
  /** True if the server asks for a longer pause than the run may wait. Other requests would then be refused too. */
  readonly isTooLong: boolean
}

/** Clocks and limits of a `BackOff`. */
export interface BackOffOptions {
  /** Milliseconds of a monotonic clock. */
  elapsed(): number
  /**
   * Current time in milliseconds since the epoch. Used for a `Retry-After` date if the response has no `Date` header.
   */
  now(): number
  wait(milliseconds: number): Promise<void>
  /** Milliseconds that the run may still wait. */
  remaining(): number
  /** True to wait also after a 429 or 503 without `Retry-After`. False to treat it like any other response. */
  withoutHeader: boolean
}

/**
 * The maximum number of times that a request is sent again: `asked` if the response has a `Retry-After`, `unasked` if
 * not.
 */
const MOST_RETRIES = { asked: 8, unasked: 3 }
/**
 * The first pause if there is no `Retry-After`, in milliseconds. Each further pause is twice as long as the one before.
 */
const FIRST_PAUSE = 250

/** Creates a `BackOff`. RFC 9110 §10.2.3, RFC 6585 §4. */
export function backOff({ elapsed, now, wait, remaining, withoutHeader }: BackOffOptions): BackOff {
  let until = 0
  return {
    ready: async () => {
      for (let left = until - elapsed(); left > 0; left = until - elapsed()) {
        const before = elapsed()
        await wait(left)
        // If a wait ends early, the run was cancelled.
        if (elapsed() - before < left / 2) return
      }
    },
    decide: ({ status, headers }, attempt) => {
      if (status !== 429 && status !== 503) return undefined
      // A pause of 0 seconds does not say when the server will be less busy, so it counts as no `Retry-After`.
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
