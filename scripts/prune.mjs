// Removes from dist what no entry point of the package and no script of proof/ reaches: declarations of internals, and
// modules that hold types only. With `--package`, the scripts do not count.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const targets = Object.values(exports).filter((target) => typeof target === 'object')
const built = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

/** The files that these files import, directly or through others. */
function reachable(roots, extension) {
  const reached = new Set()
  const queue = roots.map((root) => join(root))
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file) || !existsSync(file)) continue
    reached.add(file)
    const text = readFileSync(file, 'utf8')
    // With an extension in imports, without one in the URLs of modules that generated code carries along.
    for (const [, path] of text.matchAll(/["'](\.{1,2}\/[^"']+?)(?:\.[jt]s)?["']/g)) {
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
  ...reachable([...targets.map((target) => target.default), ...Object.values(bin), ...scripts], '.js'),
])
for (const file of built) if (/\.(js|d\.ts)$/.test(file) && !kept.has(file)) rmSync(file)
