import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the path of every file below a folder, relative to the repository, sorted by name. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
