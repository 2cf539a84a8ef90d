import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/**
 * The files that `npm pack` needs. They are copied to another folder, so that the build does not change the `dist` of
 * the repository.
 */
const INGREDIENTS = `package.json tsconfig.json tsconfig.build.json README.md CHANGELOG.md LICENSE scripts specs src
  sandbox generated proof`.split(/\s+/)

/** Packs this repository in the same way as `npm publish`, and returns the path of the tarball. */
export async function packed(folder: string): Promise<string> {
  const stage = join(folder, 'stage')
  for (const part of INGREDIENTS) {
    mkdirSync(dirname(join(stage, part)), { recursive: true })
    cpSync(part, join(stage, part), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(stage, 'node_modules'))
  // The script `postpack` is not run: it would build again to restore `dist`, but this copy is not used again.
  await run('npm', ['run', '--silent', 'prepack'], stage)
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], stage)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack made no tarball')
  return join(folder, tarball)
}

/** Creates the project of a consumer and installs the tarball in it. */
export async function installed(folder: string, tarball: string, name: string): Promise<string> {
  const project = join(folder, name)
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--silent']
  await run('npm', ['install', ...quiet, '--omit=peer', tarball], project)
  return project
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

/** Runs a program to its end. Throws if it fails, unless `mayFail` is true. */
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
