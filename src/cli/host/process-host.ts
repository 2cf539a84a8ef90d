import { setMaxListeners } from 'node:events'
import { EXIT } from './exit-code.ts'
import { explain } from '../explain.ts'
import type { Host } from './host.ts'

/**
 * Returns the `Host` of this process. The first Ctrl-C (SIGINT) or SIGTERM aborts `signal`, and the second one ends the
 * process.
 */
export function processHost(): Host {
  const stop = new AbortController()
  // Each pending request listens to the signal. 0 removes the limit of ten listeners, above which Node prints a warning.
  setMaxListeners(0, stop.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(EXIT.inconclusive)
      stop.abort()
    })
  }
  // Without this handler, Node would exit with 1 after an internal error. The exit code 1 must mean a failed verdict.
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

/** True if a process is running. For a running process of another user, Node throws EPERM. */
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
 * Ignores the error that occurs if a reader of the output, such as `head`, closed the pipe. The error then does not
 * change the exit code.
 */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
