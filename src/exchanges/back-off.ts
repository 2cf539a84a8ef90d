import { retryAfter } from '../client/sending/send-with-retries.ts'
import type { RawAnswer } from './exchange.ts'

/** Waits while a server is busy (429 or 503). All requests of a run share one `BackOff`. */
export interface BackOff {
  /** Waits until the pause of the server is over. */
  ready(): Promise<void>
  /**
   * Decides whether a request that got a 429 or 503 is repeated: returns `again`, or why not. Returns undefined for
   * other statuses. `attempt` counts from 1.
   */
  decide(answer: RawAnswer, attempt: number): 'again' | StillBusy | undefined
}

/** Why a request that got a 429 or 503 is not repeated. */
export interface StillBusy {
  readonly because: string
  /** True if the server asks for a longer pause than the run may wait, so that other requests would fail too. */
  readonly isTooLong: boolean
}

/** Clocks and limits of a `BackOff`. */
export interface BackOffOptions {
  /** Milliseconds of a monotonic clock. */
  elapsed(): number
  /**
   * The current time in milliseconds since 1970 UTC, to compare with a `Retry-After` date if there is no `Date` header.
   */
  now(): number
  wait(milliseconds: number): Promise<void>
  /** How many milliseconds the run may still wait. */
  remaining(): number
  /** True to also wait after a 429 or 503 without `Retry-After`. */
  withoutHeader: boolean
}

/** How often a request is repeated: `asked` with `Retry-After`, `unasked` without. */
const MOST_RETRIES = { asked: 8, unasked: 3 }
/** The first pause without `Retry-After`, in milliseconds. Each further pause is twice as long. */
const FIRST_PAUSE = 250

/** Creates a `BackOff`. RFC 9110 §10.2.3, RFC 6585 §4. */
export function backOff({ elapsed, now, wait, remaining, withoutHeader }: BackOffOptions): BackOff {
  let until = 0
  return {
    ready: async () => {
      for (let left = until - elapsed(); left > 0; left = until - elapsed()) {
        const before = elapsed()
        await wait(left)
        // The wait ended early because the run was cancelled.
        if (elapsed() - before < left / 2) return
      }
    },
    decide: ({ status, headers }, attempt) => {
      if (status !== 429 && status !== 503) return undefined
      // `Retry-After: 0` says nothing about the load, so it counts as absent.
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
