import type { Json } from '../../json.ts'
import type { ParsedFile } from '../files/parsed-file.ts'

/** An OpenAPI Overlay document that was read and checked. Overlay 1.0.0 and 1.1.0 §4.4.1. */
export interface Overlay {
  /** Absolute path of the overlay. */
  readonly path: string
  /** Path relative to the working directory, for messages. */
  readonly file: string
  /**
   * The Overlay version that the file declares, without the patch version, which makes no difference. Overlay 1.1.0
   * §4.1.
   */
  readonly version: '1.0' | '1.1'
  readonly title: string
  /** Absolute URL of the document that the overlay was written for. */
  readonly extends?: string
  readonly actions: readonly Action[]
  /** SHA-256 of the file's text, as hexadecimal digits. */
  readonly sha256: string
  /** The parsed overlay. */
  readonly written: Json
  readonly positionOf: ParsedFile['positionOf']
}

/** A change to every node that a JSONPath query selects. Overlay 1.1.0 §4.4.3. */
export interface Action {
  /** The JSONPath query that selects the nodes to change. RFC 9535. */
  readonly target: string
  /** JSON Pointer of the action in its overlay. */
  readonly at: string
  readonly change: OverlayChange
}

/** The change that an action makes to each selected node. */
export type OverlayChange =
  | { readonly kind: 'update'; readonly value: Json }
  /** `from` is a JSONPath query that selects exactly one node. This node is merged into each target of the action. */
  | { readonly kind: 'copy'; readonly from: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'nothing' }
