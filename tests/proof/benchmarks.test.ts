import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const FOLDERS = ['proof/benchmarks', 'proof/peers']

/**
 * Returns the source files for the built files that a script imports. For example, if it imports `dist/src/x.js`,
 * returns `src/x.ts`.
 */
function importedSources(folder: string, name: string): string[] {
  const text = readFileSync(join(folder, name), 'utf8')
  return [...text.matchAll(/from '(\.{1,2}\/[^']+)'/g)].map(([, path = '']) =>
    normalize(join(folder, path)).replace(/^dist\/(.*)\.js$/, '$1.ts'),
  )
}

test.each(FOLDERS)('the scripts of %s import files that exist', (folder) => {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.mjs'))
  const imports = scripts.flatMap((name) => importedSources(folder, name))
  expect(imports.length).toBeGreaterThan(10)
  expect(imports.filter((path) => !existsSync(path))).toEqual([])
})
