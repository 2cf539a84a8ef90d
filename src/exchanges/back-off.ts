import { retryAfter } from '../client/send-with-retries.ts'
import type { RawAnswer } from './exchange.ts'

/** Waits as a server asks with 429 or 503, so that a busy server is no evidence. One for all requests of a run. */
export interface BackOff {
  /** Waits until the end of the pause that the server asked for, if there is one. */
  ready(): Promise<void>
  /**
   * Decides about a response. `again`: it is 429 or 503, and the request may be sent again once `ready` returns. A
   * sentence: it is, but waiting is over. Undefined: any other response.
   */
  decide(answer: RawAnswer, attempt: number): 'again' | { readonly because: string } | undefined
}

export interface BackOffOptions {
  /** Milliseconds of the machine, from a fixed point. */
  elapsed(): number
  /** Milliseconds since the epoch, for a Retry-After date without a Date header. */
  now(): number
  wait(milliseconds: number): Promise<void>
  /** Milliseconds that a run may still wait. */
  remaining(): number
  /** Whether to back off from a 429 or 503 without Retry-After. If not, it is a response like any other. */
  withoutHeader: boolean
}

/** How often a request is sent again, with Retry-After and without. */
const MOST_RETRIES = { asked: 8, unasked: 3 }
/** The first pause without Retry-After, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE = 250

/** RFC 9110 §10.2.3, RFC 6585 §4. */
export function backOff({ elapsed, now, wait, remaining, withoutHeader }: BackOffOptions): BackOff {
  let until = 0
  return {
    ready: async () => {
      for (let left = until - elapsed(); left > 0; left = until - elapsed()) {
        const before = elapsed()
        await wait(left)
        // A wait that ends early was cancelled.
        if (elapsed() - before < left / 2) return
      }
    },
    decide: ({ status, headers }, attempt) => {
      if (status !== 429 && status !== 503) return undefined
      const asked = retryAfter({ status, headers: Object.fromEntries(headers), text: '' }, { now })
      if (asked === undefined && !withoutHeader) return undefined
      const pause = asked ?? FIRST_PAUSE * 2 ** (attempt - 1)
      const most = asked === undefined ? MOST_RETRIES.unasked : MOST_RETRIES.asked
      if (attempt > most) return { because: `the server answered ${status} ${attempt} times: ${adviceFor(status)}` }
      if (pause > remaining()) {
        const seconds = Math.ceil(pause / 1000)
        return { because: `the server answered ${status} and asks to wait ${seconds} s, longer than the run may wait` }
      }
      until = Math.max(until, elapsed() + pause)
      return 'again'
    },
  }
}

const adviceFor = (status: number): string =>
  status === 429 ? 'send fewer requests with --rate 1/s' : 'run again when it is available'
