import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { ContractError } from '../../errors.ts'
import { PRISM_LAUNCHER } from './launcher.ts'

const START_MILLISECONDS = 30_000

export interface PrismOptions {
  readonly documentFile: string
  /** The port on which Prism listens. Default: a free port. */
  readonly port?: number
  /** Prism is stopped if this signal aborts. */
  readonly signal?: AbortSignal
  /** The URL of the module from which the package of Prism is resolved. Default: a module of this package. */
  readonly from?: string
  /** The time limit for the start in milliseconds. Default 30 000. */
  readonly startMilliseconds?: number
}

export interface PrismProcess {
  readonly port: number
  readonly pid: number
  /** Returns why Prism ended. Returns undefined while Prism runs. */
  failure(): string | undefined
  close(): Promise<void>
}

/**
 * Starts the command line of Prism as a child process. The child process ends, at the latest, when this process ends.
 */
export async function startPrism(options: PrismOptions): Promise<PrismProcess> {
  const child = spawnPrism(prismFile(options.from ?? import.meta.url), options)
  const kill = (): void => void child.kill('SIGKILL')
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  process.once('exit', kill)
  void ended.then(() => process.off('exit', kill))
  try {
    const port = await portOf(child, options)
    release(child)
    return { port, pid: child.pid ?? 0, ...lifeOf(child, options, ended) }
  } catch (error) {
    kill()
    await ended
    throw error
  }
}

function prismFile(from: string): string {
  try {
    return createRequire(from).resolve('@stoplight/prism-cli')
  } catch {
    throw new ContractError('package-missing', {
      what: '@stoplight/prism-cli, which runs the mock',
      next: 'npm install --save-dev @stoplight/prism-cli@5.14.2',
    })
  }
}

function spawnPrism(file: string, { documentFile, port = 0 }: PrismOptions): ChildProcess {
  const prism = ['mock', documentFile, '--port', String(port), '--host', '127.0.0.1']
  // Without `--multiprocess false`, Prism starts processes that continue after it has ended (with NODE_ENV=production).
  const quiet = ['--verboseLevel', 'fatal', '--cors', 'false', '--multiprocess', 'false']
  const { NODE_OPTIONS: _ours, ...environment } = process.env
  return spawn(process.execPath, ['-e', PRISM_LAUNCHER, '--', file, ...prism, ...quiet], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...environment, FORCE_COLOR: '0' },
  })
}

function portOf(child: ChildProcess, options: PrismOptions): Promise<number> {
  const { documentFile, port, signal, startMilliseconds = START_MILLISECONDS } = options
  let output = ''
  const listen = (bytes: Buffer): void => void (output = (output + bytes.toString()).slice(-2_000))
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  return new Promise((resolve, reject) => {
    const fail = (what: string): void =>
      reject(new ContractError('mock-failed', { what: withTail(what, output), where: documentFile }))
    const late = setTimeout(() => fail(`Prism did not listen within ${startMilliseconds} ms`), startMilliseconds)
    const abort = (): void => fail('the start was cancelled')
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted === true) abort()
    child.once('error', (error) => fail(error.message))
    child.once('close', (code, by) => fail(`Prism ended ${endOf(code, by)} before it listened`))
    child.once('message', (message: { port?: number; code?: string }) => {
      clearTimeout(late)
      signal?.removeEventListener('abort', abort)
      if (message.port !== undefined) resolve(message.port)
      else if (message.code === 'EADDRINUSE') {
        reject(new ContractError('port-in-use', { what: `127.0.0.1:${port}`, next: 'choose another port, or omit it' }))
      } else fail(`Prism could not listen (${message.code})`)
    })
    void child.once('close', () => clearTimeout(late))
  })
}

/** Allows this process to end while the child process still runs. The child process then ends too. */
function release(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.removeAllListeners('data')
    stream?.resume()
    if (stream !== null && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
  }
}

function lifeOf(
  child: ChildProcess,
  { signal }: PrismOptions,
  ended: Promise<void>,
): Pick<PrismProcess, 'failure' | 'close'> {
  let failure: string | undefined
  let closing = false
  child.once('exit', (code, by) => {
    if (!closing) failure = `Prism ended ${endOf(code, by)} while it was in use`
  })
  const close = async (): Promise<void> => {
    closing = true
    signal?.removeEventListener('abort', abort)
    child.ref()
    child.kill('SIGKILL')
    await ended
  }
  const abort = (): void => void close()
  signal?.addEventListener('abort', abort, { once: true })
  return { failure: () => failure, close }
}

const endOf = (code: number | null, by: NodeJS.Signals | null): string =>
  by === null ? `with exit code ${code}` : `by ${by}`

/** Adds the last lines that Prism printed. They are not confidential, because Prism has not sent a response yet. */
function withTail(what: string, output: string): string {
  const tail = output.trim().split('\n').slice(-12).join('\n')
  return tail === '' ? what : `${what}. Its output:\n${tail}`
}
