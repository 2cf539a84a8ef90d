import { setMaxListeners } from 'node:events'
import type { World } from './world.ts'

/** The process as a world. The first Ctrl-C or TERM asks the program to stop, the second ends it. */
export function processWorld(): World {
  const stop = new AbortController()
  // Every request under way listens.
  setMaxListeners(0, stop.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(2)
      stop.abort()
    })
  }
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    signal: stop.signal,
    elapsed: () => performance.now(),
    today: () => new Date().toISOString(),
  }
}
