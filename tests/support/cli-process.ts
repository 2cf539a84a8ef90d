import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { builtBin } from './built.ts'

/** The command line, running in a separate process. */
export interface CliProcess {
  readonly pid: number
  out(): string
  err(): string
  /** Resolves when the process ends. `code` is its exit code, or the signal that ended it. */
  readonly ended: Promise<{ readonly code: number | NodeJS.Signals; readonly out: string; readonly err: string }>
  /** Sends SIGINT to the process group, like Ctrl-C in a terminal. */
  interrupt(): void
  signal(signal: NodeJS.Signals): void
}

export function startCli(args: readonly string[], { cwd = '.', bin = builtBin() } = {}): CliProcess {
  // The process gets its own process group, so that SIGINT can be sent to the whole group.
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => void (texts.out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => void (texts.err += bytes.toString()))
  const { pid = 0 } = child
  return {
    pid,
    out: () => texts.out,
    err: () => texts.err,
    ended: new Promise((resolve) =>
      child.once('close', (code, by) => resolve({ code: code ?? by ?? 'SIGKILL', ...texts })),
    ),
    interrupt: () => void process.kill(-pid, 'SIGINT'),
    signal: (signal) => void child.kill(signal),
  }
}

/**
 * Returns the process ids of the running children of a process. Reads `/proc`, because tests call this every few
 * milliseconds and a process such as `ps` would take more time than the process under test.
 */
export function childrenOf(pid: number): number[] {
  const threads = readdirOrNone(`/proc/${pid}/task`)
  const children = threads.flatMap((thread) => readOrNone(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? [])
  return children.map(Number).filter((child) => !/^State:\s+Z/m.test(readOrNone(`/proc/${child}/status`)))
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Calls `look` again and again until it returns a value, and returns that value. Throws after the timeout. */
export async function eventually<T>(look: () => T | undefined | false, milliseconds = 60_000): Promise<T> {
  for (const until = performance.now() + milliseconds; performance.now() < until;) {
    const found = look()
    if (found !== undefined && found !== false) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`nothing came within ${milliseconds} ms`)
}

/** The text of a file of `/proc`. Empty if the process has ended. */
function readOrNone(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function readdirOrNone(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
