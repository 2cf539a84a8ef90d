// Leaves in dist only the declarations that the package's doors lead to: a tarball is no place for those of its inside.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const doors = Object.values(exports).flatMap((target) => target.types ?? [])
const reached = new Set()
const queue = doors.map((door) => join(door))
for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
  if (reached.has(file)) continue
  reached.add(file)
  const named = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)\.[jt]s["']/g)
  for (const [, path] of named) queue.push(join(dirname(file), `${path}.d.ts`))
}
for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name)
  if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file)
}
