import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Makes a temporary folder. `files` has the content of each file by its name. If the content is `undefined`, an empty
 * folder with this name is made.
 */
export function folderWith(files: Readonly<Record<string, string | undefined>>): { path: string; remove(): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'contract-')))
  for (const [name, text] of Object.entries(files)) {
    const file = join(path, name)
    mkdirSync(text === undefined ? file : dirname(file), { recursive: true })
    if (text !== undefined) writeFileSync(file, text)
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * Runs `work` in a temporary folder with these files. Two calls must not run at the same time, because the working
 * directory of the process changes.
 */
export async function inFolder<T>(
  files: Readonly<Record<string, string | undefined>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const back = process.cwd()
  const folder = folderWith(files)
  process.chdir(folder.path)
  try {
    return await work(folder.path)
  } finally {
    process.chdir(back)
    folder.remove()
  }
}
