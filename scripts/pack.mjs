// Packs both packages into a folder, and prints the paths of the tarballs: npm run --silent tarballs [-- FOLDER].
// Builds in a copy of the sources, so `dist` and package.json of this repository stay unchanged. With `--built`, uses a
// copy of `dist` and does not build.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PACKED = ['package.json', 'README.md', 'LICENSE', 'docs', 'scripts', 'specs']
const SOURCES = ['tsconfig.json', 'tsconfig.build.json', 'src', 'sandbox', 'generated', 'proof']

const [folder = 'packed'] = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const target = resolve(folder)
const isBuilt = process.argv.includes('--built')
const stage = mkdtempSync(join(tmpdir(), 'pack-'))
try {
  for (const part of [...PACKED, ...(isBuilt ? ['dist'] : SOURCES)])
    cpSync(part, join(stage, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(stage, 'node_modules'))
  mkdirSync(target, { recursive: true })
  if (isBuilt) execFileSync(process.execPath, ['scripts/shrink-package.mjs'], { cwd: stage, stdio: 'inherit' })
  else npm('run', '--silent', 'prepack')
  const client = join(stage, 'client')
  mkdirSync(client)
  process.chdir(stage)
  const { writeClientPackage } = await import('./client-package.mjs')
  writeClientPackage(client)
  const names = npm('pack', '--silent', '--ignore-scripts', '--pack-destination', target, stage, client)
  for (const name of names.trim().split('\n')) process.stdout.write(`${join(target, name)}\n`)
} finally {
  rmSync(stage, { recursive: true, force: true })
}

function npm(...line) {
  return execFileSync('npm', line, { cwd: stage, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}
