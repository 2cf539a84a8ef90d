import type { Document } from '../document/document.ts'
import type { RunReport } from './report.ts'

/** Returns the data by which a report identifies a document: title, version, SHA-256, file and overlays. */
export function describeDocument({ title, version, sha256, file, overlays }: Document): RunReport['document'] {
  if (overlays.length === 0) return { title, version, sha256, file }
  const described = overlays.map((overlay) => {
    const { overrides } = overlay
    return { file: overlay.file, sha256: overlay.sha256, ...(overrides.length === 0 ? {} : { overrides }) }
  })
  return { title, version, sha256, file, overlays: described }
}

/** Returns one sentence for each value that one overlay wrote and a later overlay replaced. */
export function overridesOf({ overlays = [] }: RunReport['document']): string[] {
  return overlays.flatMap(({ file, overrides = [] }) =>
    overrides.map((each) => `${file} replaces ${each.pointer}, which ${each.file} wrote`),
  )
}
