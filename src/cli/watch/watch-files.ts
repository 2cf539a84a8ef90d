import { watch, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Editors write a file in several steps; this long after the last one it is read. */
const SETTLES_AFTER = 40

/** Files that are watched until nobody wants it any more. */
export interface WatchedFiles {
  /** Watches these instead. */
  watch(files: readonly string[]): void
  close(): void
}

/**
 * Says when one of some files is written, replaced or put back. Folders are watched, not files: many editors save by
 * putting a new file in the old one's place.
 */
export function watchFiles(changed: () => void): WatchedFiles {
  const folders = new Map<string, FSWatcher>()
  let names = new Map<string, Set<string>>()
  let timer: NodeJS.Timeout | undefined
  const hear = (folder: string, name: string | null): void => {
    if (name !== null && names.get(folder)?.has(name) !== true) return
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLES_AFTER)
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
        const watcher = watch(folder, (_event, name) => hear(folder, name))
        // A folder that goes away is noticed when its file is read.
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
