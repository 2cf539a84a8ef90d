import { setMaxListeners } from 'node:events'
import { EXIT } from './exit-code.ts'
import { explain } from './explain.ts'
import type { Host } from './host.ts'

/** The host of this process. The first SIGINT or SIGTERM aborts the signal; the second ends the process. */
export function processHost(): Host {
  const stop = new AbortController()
  // Every request in flight adds a listener, so Node's limit of ten must not warn.
  setMaxListeners(0, stop.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(EXIT.inconclusive)
      stop.abort()
    })
  }
  // Without a handler Node exits with 1, which would mean that the API failed.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${explain(error, process.env)}\n`)
    process.exit(EXIT.inconclusive)
  })
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    signal: stop.signal,
    processes: { own: process.pid, isRunning },
    elapsed: () => performance.now(),
    today: () => new Date().toISOString(),
  }
}

/** A process of another user runs, too: signalling it is not permitted. */
function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A reader such as `head` may close the pipe early. That must not change the exit code. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
