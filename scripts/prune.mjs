// Removes from dist the declarations of internal modules, and the modules that contain only types. A file is kept if an
// entry point of the package or a script of proof/ loads the file. With `--package`, the scripts of proof/ do not
// count.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { reachable } from './reachable.mjs'

const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const targets = Object.values(exports).filter((target) => typeof target === 'object')
const built = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

const scripts = process.argv.includes('--package')
  ? []
  : built.filter((file) => file.startsWith(join('dist', 'proof')) && file.endsWith('.js'))
const kept = new Set([
  ...reachable(
    targets.map((target) => target.types),
    '.d.ts',
  ),
  ...reachable(
    [...targets.flatMap((target) => [target.default, target.browser ?? []].flat()), ...Object.values(bin), ...scripts],
    '.js',
  ),
])
for (const file of built) if (/\.(js|d\.ts)$/.test(file) && !kept.has(file)) rmSync(file)
