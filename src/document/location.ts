/** A place in a document's own text. Lines and columns count from 1; `file` is relative to the working directory. */
export interface Location {
  readonly file: string
  readonly pointer: string
  readonly line: number
  readonly column: number
}

export function printLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`
}
