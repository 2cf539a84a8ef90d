/** A position in a document's text. Lines and columns count from 1. */
export interface Location {
  /** The path of the file, relative to the working directory. */
  readonly file: string
  /** JSON Pointer into the merged document. */
  readonly pointer: string
  readonly line: number
  readonly column: number
}

/** Returns `openapi.yaml:12:5`, which editors and terminals make a link. */
export function printLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`
}
