import type { Clock } from './clock.ts'

/** One span of time for everything that a call does, ended early by whoever waits for it. */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #clock: Clock
  readonly #end: number
  readonly #release: () => void
  readonly #ended: Promise<never>

  /** `reason` makes what is thrown when the time is over. */
  constructor(clock: Clock, milliseconds: number, signal: AbortSignal | undefined, reason: () => Error) {
    this.#clock = clock
    this.#end = clock.elapsed() + milliseconds
    const { signal: own } = this.#controller
    this.#ended = new Promise((_resolve, reject) => {
      own.addEventListener('abort', () => reject(own.reason), { once: true })
    })
    // Nobody may be waiting for it at that moment.
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

  /** Milliseconds that are left. */
  remaining(): number {
    return this.#end - this.#clock.elapsed()
  }

  /** The promise, or the deadline's reason if that comes first: not every `fetch` heeds its signal. */
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

  /** Lets go of timer and signal. */
  end(): void {
    this.#release()
  }
}
