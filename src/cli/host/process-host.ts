import { setMaxListeners } from 'node:events'
import { EXIT } from './exit-code.ts'
import { explain } from '../explain.ts'
import type { Host } from './host.ts'

/**
 * Returns the `Host` of this process. The first SIGINT or SIGTERM aborts the host's signal. The second signal ends the
 * process.
 */
export function processHost(): Host {
  const stop = new AbortController()
  // Every pending request adds a listener to the signal. Without this line, Node warns about more than ten listeners.
  setMaxListeners(0, stop.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(EXIT.inconclusive)
      stop.abort()
    })
  }
  // Without this handler, Node would exit with 1 after an internal error, and 1 means that the API failed.
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

/**
 * True if a process is running. A process of another user counts as running: Node reports that it is not allowed to
 * signal the process.
 */
function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Ignores the error that a reader of the output, such as `head`, has closed the pipe. This error must not change the
 * exit code.
 */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
