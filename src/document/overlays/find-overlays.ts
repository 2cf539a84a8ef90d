import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Overlay } from './overlay.ts'
import { overlayError } from './overlay-error.ts'
import { readOverlay } from './read-overlay.ts'

/** Matches the names of overlay files, such as `overlay.yaml` and `scenarios.overlay.json`. Overlay 1.1.0 §5. */
const IS_OVERLAY = /(^|\.)overlay\.(ya?ml|json)$/i

/**
 * Returns the overlays of a document. First come the overlays in the folder of the document, sorted by file name. They
 * are used only if their `extends` names the document. Then come the overlays in `named`. Throws the errors of
 * `readOverlay`, and `overlay-invalid` if `extends` names a missing file.
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

/**
 * Throws if `extends` names a missing file. Without this check, a spelling error in `extends` would silently disable
 * the overlay.
 */
function checkExtended(overlay: Overlay): void {
  const { extends: url } = overlay
  if (url === undefined || !url.startsWith('file:') || existsSync(fileURLToPath(url))) return
  throw overlayError(
    overlay,
    '/extends',
    '`extends` names a file that does not exist',
    'correct the path of the document, relative to the overlay',
  )
}
