import type { Clock } from './clock.ts'

/** The time limit of a call, which an abort signal can shorten. */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #clock: Clock
  readonly #end: number
  readonly #release: () => void
  readonly #ended: Promise<never>

  /** `reason` creates the error for a call that exceeds its limit. */
  constructor(clock: Clock, milliseconds: number, signal: AbortSignal | undefined, reason: () => Error) {
    this.#clock = clock
    this.#end = clock.elapsed() + milliseconds
    const { signal: own } = this.#controller
    this.#ended = new Promise((_resolve, reject) => {
      own.addEventListener('abort', () => reject(own.reason), { once: true })
    })
    // Node.js would otherwise report an unhandled rejection if nothing waits.
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

  /** Returns the remaining milliseconds. */
  remaining(): number {
    return this.#end - this.#clock.elapsed()
  }

  /** Settles like `promise`, or rejects at the time limit. Some `fetch` functions ignore abort signals. */
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
