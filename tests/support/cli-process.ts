import { execFileSync, spawn } from 'node:child_process'
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

/** Returns the process ids of the running children of a process. */
export function childrenOf(pid: number): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, state = '']) => parent === String(pid) && !state.startsWith('Z'))
    .map(([child]) => Number(child))
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
