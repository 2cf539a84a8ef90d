// Removes declarations of internal modules, and modules that contain only types, from dist.
// A file is kept if an entry point of the package or a script of proof/ loads the file.
// With `--package`, the scripts of proof/ do not count.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const targets = Object.values(exports).filter((target) => typeof target === 'object')
const built = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

/** Returns the files that the given files import, directly or indirectly. */
function reachable(roots, extension) {
  const reached = new Set()
  const queue = roots.map((root) => join(root))
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file) || !existsSync(file)) continue
    reached.add(file)
    const text = readFileSync(file, 'utf8')
    // The path of an import ends with an extension. The URL of a module that is copied into generated code does not.
    for (const [, path] of text.matchAll(/["'`](\.{1,2}\/[^"'`]+?)(?:\.[jt]s)?["'`]/g)) {
      queue.push(join(dirname(file), `${path}${extension}`))
    }
  }
  return reached
}

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
