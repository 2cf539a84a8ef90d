import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const BIN = 'dist/cli/bin.js'
const STALE_LOCK_MILLISECONDS = 300_000

/**
 * The absolute path of the command line. Undefined until this process has checked that `dist` is newer than all source
 * files.
 */
let known: string | undefined

/**
 * Returns the absolute path of the built command line. If a source file is newer than `dist`, builds `dist` first.
 * Checks this only once per process, because there are a thousand files.
 */
export function builtBin(): string {
  known ??= freshBin()
  return known
}

function freshBin(): string {
  const lock = join(tmpdir(), `contract-build-${createHash('sha256').update(resolve('.')).digest('hex').slice(0, 12)}`)
  while (!isFresh()) {
    if (!take(lock)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
      continue
    }
    try {
      if (!isFresh()) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'pipe' })
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
  return resolve(BIN)
}

/** True if `dist` is newer than all source files. */
export function isFresh(): boolean {
  if (!existsSync(BIN)) return false
  const built = statSync(BIN).mtimeMs
  return ['src', 'sandbox', 'generated', 'proof'].every((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built),
  )
}

/**
 * Takes the lock for building. Returns true for only one process: test files run in several processes, and two builds
 * at the same time would disturb each other.
 */
function take(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const isStale = existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_LOCK_MILLISECONDS
    if (isStale) rmSync(lock, { recursive: true, force: true })
    return false
  }
}
