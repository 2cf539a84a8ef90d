import type { Json } from '../../json.ts'
import type { ParsedFile } from '../files/parsed-file.ts'

/** An overlay that was read and checked. Overlay 1.0.0 and 1.1.0 §4.4.1. */
export interface Overlay {
  /** The absolute path of the overlay. */
  readonly path: string
  /** The path relative to the working directory, for messages. */
  readonly file: string
  /** The declared version without the patch number. Overlay 1.1.0 §4.1. */
  readonly version: '1.0' | '1.1'
  /** The absolute URL of the document for which the overlay was written. */
  readonly extends?: string
  readonly actions: readonly Action[]
  /** The SHA-256 of the text of the file, in hexadecimal. */
  readonly sha256: string
  /** The parsed overlay. */
  readonly written: Json
  readonly positionOf: ParsedFile['positionOf']
}

/** A change to all nodes that a JSONPath query selects. Overlay 1.1.0 §4.4.3. */
export interface Action {
  /** The JSONPath query for the nodes. RFC 9535. */
  readonly target: string
  /** The JSON Pointer of the action in the overlay. */
  readonly at: string
  readonly change: OverlayChange
}

/** The change that an action makes to each selected node. */
export type OverlayChange =
  | { readonly kind: 'update'; readonly value: Json }
  /** Merges a copy of one node into each target. The query `from` selects the node. */
  | { readonly kind: 'copy'; readonly from: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'nothing' }
