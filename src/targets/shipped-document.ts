import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Returns the path of a document in this package, such as `shippedDocument('lobbie')`. */
export function shippedDocument(api: string): string {
  const file = join('specs', api, 'openapi.yaml')
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, file)) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, file)
}
