import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Returns the file name of a document that this package ships, for example `shippedDocument('lobbie')`. The package may
 * be installed in any folder.
 */
export function shippedDocument(api: string): string {
  const file = join('specs', api, 'openapi.yaml')
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, file)) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, file)
}
