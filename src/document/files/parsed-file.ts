import type { Json } from '../../json.ts'

/** A parsed file of a document, and the positions of its values. */
export interface ParsedFile {
  readonly value: Json
  /**
   * Returns the position of the value at a JSON Pointer. If an overlay contains the value, the position names the
   * overlay.
   */
  readonly positionOf: (pointer: string) => Position
}

/** A position in a text. Lines and columns count from 1. */
export interface Position {
  readonly file?: string
  readonly line: number
  readonly column: number
}
