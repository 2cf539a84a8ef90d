import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Returns `roots` and all files that they import, directly or indirectly. */
export function reachable(roots, extension) {
  const reached = new Set()
  const queue = roots.map((root) => join(root))
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file) || !existsSync(file)) continue
    reached.add(file)
    queue.push(...importsOf(file, extension))
  }
  return reached
}

/** Returns the files that a file imports. */
export function importsOf(file, extension) {
  // The path of an import ends with an extension. The URL of a module that is copied into generated code has no
  // extension. The pattern matches both.
  const paths = readFileSync(file, 'utf8').matchAll(/["'`](\.{1,2}\/[^"'`]+?)(?:\.[jt]s)?["'`]/g)
  return [...paths].map(([, path]) => join(dirname(file), `${path}${extension}`))
}
