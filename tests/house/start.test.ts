import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** The modules that are loaded before the gate sends its first request to a running server. */
const ENTRIES = ['src/cli/bin.ts', 'src/cli/gate/gate.ts', 'src/cli/gate/run-gate.ts', 'src/targets/mock.ts']
/**
 * The packages that may be loaded before the first request. Loading a package takes time. If you add a package, write
 * the reason above it.
 */
const PACKAGES = ['@marcbachmann/cel-js', 'ajv-formats/dist/formats.js', 'commander', 'fast-check', 'js-yaml']

/**
 * Returns the files and packages that `entries` load with static imports. Dynamic imports and imports of types do not
 * count.
 */
function loadedWith(entries: readonly string[]): { files: string[]; packages: string[] } {
  const files = new Set(entries)
  const packages = new Set<string>()
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type )(?:[^'";]*? from )?'([^']+)'/gm)) {
      if (name.startsWith('.')) files.add(normalize(join(dirname(file), name)))
      else if (!name.startsWith('node:')) packages.add(name)
    }
  }
  return { files: [...files], packages: [...packages].sort() }
}

test('before its first request, the gate loads no modules that only other commands or targets need', () => {
  const { files, packages } = loadedWith(ENTRIES)
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => /^sandbox\/|^src\/(validation|generate|report\/formats)\//.test(file))).toEqual([])
  expect(packages).toEqual(PACKAGES)
})
