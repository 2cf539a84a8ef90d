import type { Clock } from './clock.ts'

/** The time limit of a call. An abort signal can end the call earlier. */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #clock: Clock
  readonly #end: number
  readonly #release: () => void
  readonly #ended: Promise<never>

  /** `reason` creates the error that the call throws when its time is over. */
  constructor(clock: Clock, milliseconds: number, signal: AbortSignal | undefined, reason: () => Error) {
    this.#clock = clock
    this.#end = clock.elapsed() + milliseconds
    const { signal: own } = this.#controller
    this.#ended = new Promise((_resolve, reject) => {
      own.addEventListener('abort', () => reject(own.reason), { once: true })
    })
    // Without this line, Node.js would report an unhandled rejection if no code waits for the deadline.
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

  /** Returns the milliseconds until the time limit. */
  remaining(): number {
    return this.#end - this.#clock.elapsed()
  }

  /**
   * Settles like `promise`, or rejects when the time is over. The abort signal alone is not enough, because some
   * `fetch` functions ignore it.
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

  /** Stops the timer. From now on the abort signal has no effect. */
  end(): void {
    this.#release()
  }
}
