import type { Json } from '../../json.ts'
import type { ParsedFile } from '../read-file.ts'

/** An OpenAPI Overlay document that was read and checked. Overlay 1.0.0 and 1.1.0 §4.4.1. */
export interface Overlay {
  /** Absolute path. */
  readonly path: string
  /** Relative to the working directory, for people. */
  readonly file: string
  /** Its features; the patch version makes no difference. §4.1. */
  readonly version: '1.0' | '1.1'
  readonly title: string
  /** The document that it was written for, as an absolute URL. */
  readonly extends?: string
  readonly actions: readonly Action[]
  /** SHA-256 of the file's text, hex. */
  readonly sha256: string
  /** The parsed file. */
  readonly written: Json
  readonly positionOf: ParsedFile['positionOf']
}

/** One change of every node that a JSONPath query selects. Overlay 1.1.0 §4.4.3. */
export interface Action {
  /** RFC 9535. */
  readonly target: string
  /** JSON Pointer of the action in its overlay. */
  readonly at: string
  readonly change: OverlayChange
}

/** The change that an action makes to each node that it selects. */
export type OverlayChange =
  | { readonly kind: 'update'; readonly value: Json }
  /** Merges in the one node that a second query selects. */
  | { readonly kind: 'copy'; readonly from: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'nothing' }
