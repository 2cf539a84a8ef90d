import { watch, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'

/**
 * Editors save a file in several steps. A changed file is read when this many milliseconds have passed without a
 * further event.
 */
const SETTLE_MILLISECONDS = 40

/** Watches files until `close` is called. */
export interface WatchedFiles {
  /** Replaces the list of watched files. */
  watch(files: readonly string[]): void
  close(): void
}

/**
 * Calls `changed` when a watched file is written, replaced or restored. Watches the folders of the files, because many
 * editors replace a file when they save it.
 */
export function watchFiles(changed: () => void): WatchedFiles {
  const folders = new Map<string, FSWatcher>()
  let names = new Map<string, Set<string>>()
  let timer: NodeJS.Timeout | undefined
  const notify = (folder: string, name: string | null): void => {
    if (name !== null && names.get(folder)?.has(name) !== true) return
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLE_MILLISECONDS)
  }
  return {
    watch(files) {
      names = new Map()
      for (const file of files) {
        const known = names.get(dirname(file)) ?? new Set<string>()
        names.set(dirname(file), known.add(basename(file)))
      }
      for (const [folder, watcher] of folders) {
        if (names.has(folder)) continue
        watcher.close()
        folders.delete(folder)
      }
      for (const folder of names.keys()) {
        if (folders.has(folder)) continue
        const watcher = watch(folder, (_event, name) => notify(folder, name))
        // This error means that the folder was deleted. It is not reported here, because reading the files of the
        // folder reports an error.
        watcher.on('error', () => {
          watcher.close()
          folders.delete(folder)
        })
        folders.set(folder, watcher)
      }
    },
    close() {
      clearTimeout(timer)
      for (const watcher of folders.values()) watcher.close()
      folders.clear()
    },
  }
}
