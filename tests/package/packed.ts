import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { builtBin } from '../support/built.ts'

/** The tarballs of both packages: the full one, and the one with only the clients. */
export interface Tarballs {
  readonly full: string
  readonly client: string
}

/** Packs both packages in the same way as the release, but does not build again. */
export async function packed(folder: string): Promise<Tarballs> {
  builtBin()
  const { stdout } = await run(process.execPath, ['scripts/pack.mjs', folder, '--built'], '.')
  const [full, client] = stdout.trim().split('\n')
  if (full === undefined || client === undefined) throw new Error(`scripts/pack.mjs printed ${stdout}`)
  return { full, client }
}

/** Creates the project of a consumer and installs tarballs in it. */
export async function installed(folder: string, name: string, ...tarballs: readonly string[]): Promise<string> {
  const project = join(folder, name)
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--silent']
  await run('npm', ['install', ...quiet, '--omit=peer', ...tarballs], project)
  return project
}

/** Returns the names of the packages in a project, and their total size in bytes. */
export function contents(project: string): { readonly packages: readonly string[]; readonly bytes: number } {
  const lock = JSON.parse(readFileSync(join(project, 'node_modules/.package-lock.json'), 'utf8')) as {
    readonly packages: object
  }
  const packages = Object.keys(lock.packages).map((place) => place.replace(/^.*node_modules\//, ''))
  return { packages, bytes: filesIn(join(project, 'node_modules')).reduce((sum, file) => sum + statSync(file).size, 0) }
}

/** Returns the path of every file below a folder. */
export function filesIn(place: string): string[] {
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/**
 * Compiles a file of `tests/package/consumer`, and other files of the project, in strict mode. Returns what the compiler
 * prints.
 */
export async function compile(
  project: string,
  name: string,
  options: object,
  more: readonly string[] = [],
): Promise<string> {
  cpSync(`tests/package/consumer/${name}.ts`, join(project, `${name}.ts`))
  const compilerOptions = {
    target: 'ES2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    outDir: 'out',
    ...options,
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [`${name}.ts`, ...more] }))
  // With several threads, the compiler would check the types of libraries more than once.
  const line = [resolve('node_modules/typescript-7/bin/tsc'), '--singleThreaded']
  return (await run(process.execPath, line, project, true)).stdout
}

/** Copies packages from this repository's `node_modules` into a project, as if they had been installed. */
export function lend(project: string, ...names: readonly string[]): void {
  for (const name of names) {
    const at = join(project, 'node_modules', name)
    if (existsSync(at)) continue
    mkdirSync(dirname(at), { recursive: true })
    symlinkSync(resolve('node_modules', name), at)
  }
}

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end. Throws if the program fails and `mayFail` is false. */
export function run(program: string, line: readonly string[], cwd: string, mayFail = false): Promise<Ended> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  return new Promise((settle, fail) => {
    execFile(program, [...line], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      if (error !== null && !mayFail) fail(new Error(`${program} ${line.join(' ')}\n${stdout}\n${stderr}`))
      else settle({ code, stdout, stderr })
    })
  })
}

/** Makes a temporary folder. `remove` deletes it. */
export function folderFor(name: string): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
