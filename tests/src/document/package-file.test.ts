import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { packageFile } from '../../../src/document/files/package-file.ts'
import { builtBin } from '../../support/built.ts'

test('packageFile finds a file of this package', () => {
  expect(packageFile('specs/lobbie')).toBe(fileURLToPath(new URL('../../../specs/lobbie', import.meta.url)))
})

test('packageFile returns a path even if no folder above it contains a package.json', () => {
  const built = join(dirname(builtBin()), '../src/document/files/package-file.js')
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lost-')))
  try {
    cpSync(built, join(folder, 'lost.mjs'))
    const line = `import { packageFile } from ${JSON.stringify(join(folder, 'lost.mjs'))}; process.stdout.write(packageFile('specs'))`
    const run = ['--input-type=module', '-e', line]
    expect(execFileSync(process.execPath, run, { encoding: 'utf8', timeout: 30_000 })).toMatch(/^\/.*specs$/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
