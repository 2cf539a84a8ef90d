import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Overlay } from './overlay.ts'
import { overlayError } from './overlay-error.ts'
import { readOverlay } from './read-overlay.ts'

/** `overlay.yaml`, `scenarios.overlay.json`: the file names that Overlay 1.1.0 §5 suggests. */
const IS_OVERLAY = /(^|\.)overlay\.(ya?ml|json)$/i

/**
 * The overlays of a document: those beside it whose `extends` names it, by file name, then the named ones, in order,
 * each once. Throws what `readOverlay` throws, and `overlay-invalid` where `extends` names a file that does not exist.
 */
export function findOverlays(document: string, named: readonly string[]): Overlay[] {
  const found = [...overlaysBeside(document), ...named.map((file) => readOverlay(resolve(file)))]
  return found.filter(({ path }, index) => found.findIndex((each) => each.path === path) === index)
}

function overlaysBeside(document: string): Overlay[] {
  const [folder, url] = [dirname(document), pathToFileURL(document).href]
  return readdirSync(folder)
    .filter((name) => IS_OVERLAY.test(name))
    .toSorted()
    .map((name) => readOverlay(join(folder, name)))
    .filter((overlay) => {
      checkExtended(overlay)
      return overlay.extends === url
    })
}

/** A misspelled `extends` would leave the overlay out, and nothing would say so. */
function checkExtended(overlay: Overlay): void {
  const { extends: url } = overlay
  if (url === undefined || !url.startsWith('file:') || existsSync(fileURLToPath(url))) return
  throw overlayError(overlay, '/extends', '`extends` names a file that does not exist', 'name the document beside it')
}
