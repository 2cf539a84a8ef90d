import type { Json } from '../../json.ts'

/** One parsed file of a document, with the positions of its values in the text. */
export interface ParsedFile {
  readonly value: Json
  /**
   * Returns the position of the value at a JSON Pointer. If an overlay wrote the value, the position also contains the
   * file name of the overlay.
   */
  readonly positionOf: (pointer: string) => Position
}

/** A position in a text. Lines and columns count from 1. */
export interface Position {
  readonly file?: string
  readonly line: number
  readonly column: number
}
