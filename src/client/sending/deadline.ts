import type { Clock } from './clock.ts'

/** The time limit of a call. An abort signal can end the call earlier. */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #clock: Clock
  readonly #end: number
  readonly #release: () => void
  readonly #ended: Promise<never>

  /** `reason` creates the error for a call that exceeds its time limit. */
  constructor(clock: Clock, milliseconds: number, signal: AbortSignal | undefined, reason: () => Error) {
    this.#clock = clock
    this.#end = clock.elapsed() + milliseconds
    const { signal: own } = this.#controller
    this.#ended = new Promise((_resolve, reject) => {
      own.addEventListener('abort', () => reject(own.reason), { once: true })
    })
    // Without this line, Node.js would report an unhandled rejection if nothing waits for the promise.
    this.#ended.catch(() => undefined)
    const stop = (): void => this.#controller.abort(signal?.reason)
    const cancel = clock.after(milliseconds, () => this.#controller.abort(reason()))
    signal?.addEventListener('abort', stop, { once: true })
    this.#release = () => {
      cancel()
      signal?.removeEventListener('abort', stop)
    }
    if (signal?.aborted === true) stop()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Returns the number of milliseconds until the time limit. */
  remaining(): number {
    return this.#end - this.#clock.elapsed()
  }

  /**
   * Waits for `promise`, but rejects when the time limit is reached. Needed because some `fetch` functions ignore abort
   * signals.
   */
  async race<T>(promise: Promise<T>): Promise<T> {
    this.signal.throwIfAborted()
    return Promise.race([promise, this.#ended])
  }

  async pause(milliseconds: number): Promise<void> {
    let cancel = (): void => undefined
    const pause = new Promise<void>((resolve) => {
      cancel = this.#clock.after(milliseconds, resolve)
    })
    try {
      await this.race(pause)
    } finally {
      cancel()
    }
  }

  /** Stops the timer and ignores the abort signal from now on. */
  end(): void {
    this.#release()
  }
}
