import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Returns the absolute path of a file in this package. `path` is relative to the root of the package. Works in the
 * source code and in the compiled code.
 */
export function packageFile(path: string): string {
  let folder = new URL('.', import.meta.url)
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/') folder = new URL('..', folder)
  return fileURLToPath(new URL(path, folder))
}
