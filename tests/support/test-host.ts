import { setMaxListeners } from 'node:events'
import type { Host } from '../../src/cli/host/host.ts'

/** A `Host` for tests. A test can read everything that a command printed, and can stop the command. */
export interface TestHost extends Host {
  /** All output so far. */
  out(): string
  err(): string
  /** Aborts the signal, like Ctrl-C. */
  stop(): void
}

export interface TestHostOptions {
  readonly env?: Host['env']
  readonly columns?: number
  readonly elapsed?: Host['elapsed']
  readonly today?: string
  /** Called with each text that is written to stdout. */
  readonly onOut?: (text: string) => void
}

/** Creates a `Host` that collects the output of a command. Its clock only measures durations; it has no time of day. */
export function testHost(options: TestHostOptions = {}): TestHost {
  const { env = { NO_COLOR: '1' }, columns = 100, elapsed = () => performance.now() } = options
  const { today = '2026-01-05T09:00:00.000Z', onOut = () => undefined } = options
  const stop = new AbortController()
  setMaxListeners(0, stop.signal)
  const texts = { out: '', err: '' }
  const hear = (text: string): void => {
    texts.out += text
    onOut(text)
  }
  return {
    stdout: { write: hear, columns },
    stderr: { write: (text: string) => void (texts.err += text), columns },
    env,
    signal: stop.signal,
    elapsed,
    today: () => today,
    out: () => texts.out,
    err: () => texts.err,
    stop: () => stop.abort(),
  }
}
