/** A place in a document's text. Lines and columns count from 1; `file` is relative to the working directory. */
export interface Location {
  /** The overlay, if an overlay wrote the value there. */
  readonly file: string
  /** JSON Pointer into the merged document. */
  readonly pointer: string
  readonly line: number
  readonly column: number
}

/** `openapi.yaml:12:5`, as editors and terminals link it. */
export function printLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`
}
