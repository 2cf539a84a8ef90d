/** A position in a document's text. Lines and columns count from 1. */
export interface Location {
  /** The path of the file, relative to the working directory. */
  readonly file: string
  /** The JSON Pointer of the value in the merged document. */
  readonly pointer: string
  readonly line: number
  readonly column: number
}

/** Returns a location such as `openapi.yaml:12:5`. Editors and terminals show it as a link. */
export function printLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`
}
