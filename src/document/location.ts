/** A position in a document's text. Lines and columns count from 1. */
export interface Location {
  /**
   * Path of the file that contains the value, relative to the working directory: an overlay or a file of the document.
   */
  readonly file: string
  /** JSON Pointer into the merged document. */
  readonly pointer: string
  readonly line: number
  readonly column: number
}

/** Returns a text such as `openapi.yaml:12:5`. Editors and terminals turn it into a link. */
export function printLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`
}
