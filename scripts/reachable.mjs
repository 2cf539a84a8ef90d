import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Returns the files that the given files import, directly or indirectly, and the given files. */
export function reachable(roots, extension) {
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
