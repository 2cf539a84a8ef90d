import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Returns the absolute path of a file in this package, for source code and compiled code. `path` is relative to the
 * root of the package.
 */
export function packageFile(path: string): string {
  let folder = new URL('.', import.meta.url)
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/') folder = new URL('..', folder)
  return fileURLToPath(new URL(path, folder))
}
