import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { reachable } from './reachable.mjs'

/** The name of the package that contains only the generated clients and their run time. */
const NAME = '@appointment-contracts/client'

/**
 * Writes the package of the clients into a folder. The package contains the files of `dist` that its exports need. Its
 * version, engines and ranges of dependencies are those of the full package.
 */
export function writeClientPackage(folder) {
  const full = JSON.parse(readFileSync('package.json', 'utf8'))
  const exports = Object.fromEntries(Object.entries(full.exports).flatMap(clientExport))
  const targets = Object.values(exports).filter((target) => typeof target === 'object')
  const roots = (condition) => targets.map((target) => target[condition])
  const files = [...reachable(roots('types'), '.d.ts'), ...reachable(roots('default'), '.js')]
  const imported = new Set(files.flatMap((file) => packagesIn(readFileSync(file, 'utf8'))))
  const used = (ranges) => Object.fromEntries(Object.entries(ranges).filter(([name]) => imported.has(name)))
  const { version, license, type, engines, sideEffects } = full
  const manifest = {
    name: NAME,
    version,
    description:
      'Generated clients, types and validators of two appointment contracts, and the run time of generated clients.',
    license,
    type,
    engines,
    exports,
    files: ['dist'],
    sideEffects,
    dependencies: used(full.dependencies),
    peerDependencies: used(full.peerDependencies),
    peerDependenciesMeta: used(full.peerDependenciesMeta),
  }
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(file, join(folder, file))
  }
  cpSync('LICENSE', join(folder, 'LICENSE'))
  cpSync('docs/client-package.md', join(folder, 'README.md'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Converts an export of the full package to an export of this package. `./client` becomes the main entry. */
function clientExport([entry, target]) {
  if (entry === './client' || entry.startsWith('./client/')) return [[`.${entry.slice('./client'.length)}`, target]]
  const isGenerated = typeof target === 'object' && target.default.startsWith('./dist/generated/')
  return isGenerated || entry === './package.json' ? [[entry, target]] : []
}

/** Returns the names of the packages that a module imports. */
function packagesIn(text) {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?["']((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^"']*)?["']/g)]
  return specifiers.map(([, name]) => name)
}
