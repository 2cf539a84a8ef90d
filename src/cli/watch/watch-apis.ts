import type { SpecFolder } from '../apis.ts'
import { printWatchResult } from './watch-result.ts'
import { watchedApi } from './watch-api.ts'
import { watchFiles } from './watch-files.ts'
import type { DocumentOptions } from '../document-options.ts'
import type { Host } from '../host/host.ts'

/** Returns the text to show on a terminal with the given width and colours. */
export type Screen = (page: { readonly color: boolean; readonly width: number }) => string

/**
 * Checks all APIs. Checks an API again when a file of its document is saved. If a file is saved during a check, the
 * check starts again. Shows the last results after each check. Ends when the user stops the program.
 */
export async function watchApis(
  apis: readonly SpecFolder[],
  reading: DocumentOptions,
  host: Host,
  show: (screen: Screen) => void,
): Promise<void> {
  const screens = new Map<string, Screen>()
  const dirty = new Set(apis.map(({ name }) => name))
  let wake = (): void => {}
  const checks = new Map<string, AbortController>()
  const watched = apis.map((api) => {
    const each = watchedApi(api, reading, host)
    const files = watchFiles(() => {
      dirty.add(api.name)
      checks.get(api.name)?.abort()
      wake()
    })
    files.watch(each.files())
    return { each, files }
  })
  const stopped = (): void => wake()
  host.signal.addEventListener('abort', stopped, { once: true })
  try {
    while (!host.signal.aborted) {
      const next = watched.find(({ each }) => dirty.has(each.api.name))
      if (next === undefined) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      const { each, files } = next
      dirty.delete(each.api.name)
      const overtaken = new AbortController()
      checks.set(each.api.name, overtaken)
      const result = await each.check(overtaken.signal)
      files.watch(each.files())
      if (host.signal.aborted) break
      if (result === undefined) {
        dirty.add(each.api.name)
        continue
      }
      screens.set(each.api.name, (page) => printWatchResult(each.api, result, page))
      const isLast = !watched.some(({ each: other }) => dirty.has(other.api.name))
      const time = host.today().slice(11, 19)
      const ready = `watching ${apis.map(({ document }) => document).join(', ')} since ${time} UTC; press Ctrl-C to stop\n`
      show((page) => [...screens.values()].map((screen) => `${screen(page)}\n`).join('\n') + (isLast ? ready : ''))
    }
  } finally {
    host.signal.removeEventListener('abort', stopped)
    for (const { files } of watched) files.close()
  }
}
