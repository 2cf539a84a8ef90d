/** A position in a document's text. Lines and columns count from 1. */
export interface Location {
  /** Path relative to the working directory: the overlay's if an overlay wrote the value, else the document's. */
  readonly file: string
  /** JSON Pointer into the merged document. */
  readonly pointer: string
  readonly line: number
  readonly column: number
}

/** Returns `openapi.yaml:12:5`, a form that editors and terminals turn into a link. */
export function printLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`
}
