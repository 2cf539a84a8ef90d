import { setMaxListeners } from 'node:events'
import { EXIT } from './exit-code.ts'
import { explain } from '../explain.ts'
import type { Host } from './host.ts'

/**
 * Returns the `Host` of this process. The first Ctrl-C (SIGINT) or SIGTERM aborts `signal`. The second one ends the
 * process.
 */
export function processHost(): Host {
  const stop = new AbortController()
  // Each pending request listens to the signal. Node would warn about more than ten listeners.
  setMaxListeners(0, stop.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(EXIT.inconclusive)
      stop.abort()
    })
  }
  // Without this handler, Node exits with 1 after an internal error, and 1 means a failed verdict.
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

/** True if a process runs. Node throws EPERM for a running process of another user. */
function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Ignores that a reader of the output, such as `head`, closed the pipe, so that the exit code stays the same. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
