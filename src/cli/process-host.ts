import { setMaxListeners } from 'node:events'
import { EXIT } from './exit-code.ts'
import { explain } from './explain.ts'
import type { Host } from './host.ts'

/** The process as a host. The first Ctrl-C or TERM asks the program to stop, the second ends it. */
export function processHost(): Host {
  const stop = new AbortController()
  // Every request under way listens.
  setMaxListeners(0, stop.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(EXIT.couldNotJudge)
      stop.abort()
    })
  }
  // Left alone, Node would exit 1 and so accuse the API.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${explain(error, process.env)}\n`)
    process.exit(EXIT.couldNotJudge)
  })
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessNobodyReads)
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    signal: stop.signal,
    elapsed: () => performance.now(),
    today: () => new Date().toISOString(),
  }
}

/** Whoever reads may stop reading, as `head` does: then the exit code alone is left to say. */
function unlessNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
