// Restores the files that shrink-package.mjs changed, except those in dist.
import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

for (const folder of ['.', 'specs']) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.orig'))
  for (const file of files) renameSync(join(folder, file), join(folder, file.slice(0, -'.orig'.length)))
}
