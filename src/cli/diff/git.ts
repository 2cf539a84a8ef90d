import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContractError } from '../../errors.ts'

/** Runs git and returns its output. Returns undefined if git fails. */
function git(args: readonly string[], more: { input?: string; env?: Record<string, string> } = {}): string | undefined {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      ...(more.input === undefined ? {} : { input: more.input }),
      env: { ...process.env, ...more.env },
    }).trimEnd()
  } catch {
    return undefined
  }
}

/** Returns the root folder of the git repository. Throws `revision-unreadable` outside a repository. */
export function repositoryRoot(): string {
  const root = git(['rev-parse', '--show-toplevel'])
  if (root !== undefined) return root
  throw new ContractError('revision-unreadable', {
    what: 'the working directory is not in a git repository',
    next: 'run the command in a repository, or give two files: contract-gate diff OLD.yaml NEW.yaml',
  })
}

/** True if git knows a revision with this name. */
export function isRevision(name: string): boolean {
  return !name.startsWith('-') && git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) !== undefined
}

/** Checks that git knows a revision. Throws `revision-unreadable` if it does not. */
export function checkRevision(name: string): void {
  if (isRevision(name)) return
  throw new ContractError('revision-unreadable', {
    what: `git knows no revision \`${name}\``,
    next: isShallow() ? FETCH_ALL : 'correct the name, or fetch the revision first with git fetch',
  })
}

const FETCH_ALL =
  'the clone is shallow: fetch the whole history (git fetch --unshallow; in actions/checkout: fetch-depth: 0)'

function isShallow(): boolean {
  return git(['rev-parse', '--is-shallow-repository']) === 'true'
}

/**
 * Returns the commit to compare with. This is the commit at which the current branch left the main branch. Without a
 * main branch, this is the last commit. `mainBranch` is the target branch of a pull request. Throws
 * `revision-unreadable`.
 */
export function defaultBase(mainBranch: string | undefined): string {
  repositoryRoot()
  const main = [...(mainBranch === undefined ? [] : [`origin/${mainBranch}`]), 'origin/HEAD'].find(isRevision)
  if (main === undefined && mainBranch === undefined && !isShallow()) {
    checkRevision('HEAD')
    return 'HEAD'
  }
  const base = main === undefined ? undefined : git(['merge-base', main, 'HEAD'])
  if (base !== undefined) return base.slice(0, 12)
  throw new ContractError('revision-unreadable', {
    what: `git finds no common commit of ${main ?? `origin/${mainBranch ?? 'HEAD'}`} and HEAD`,
    next: isShallow() ? FETCH_ALL : 'name the revision to compare with: contract-gate diff REVISION',
  })
}

/** A temporary folder with the files of a git revision. */
export interface CheckedOut {
  readonly folder: string
  remove(): void
}

/**
 * Writes files of a revision to a temporary folder: only the files below the folder `path` of the repository. Does not
 * change the repository or its index.
 */
export function checkOut(revision: string, path: string): CheckedOut {
  checkRevision(revision)
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'contract-gate-diff-')))
  const run = (args: readonly string[], input?: string): string | undefined =>
    git(['-C', repositoryRoot(), ...args], {
      env: { GIT_INDEX_FILE: join(folder, '.index') },
      ...(input === undefined ? {} : { input }),
    })
  run(['read-tree', revision])
  const files = run(['ls-files', '-z', '--', path === '' ? '.' : path]) ?? ''
  run(
    ['checkout-index', '-f', '-z', `--prefix=${folder}/`, '--stdin'],
    files === '' ? '' : `${files.replace(/\0$/, '')}\0`,
  )
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
