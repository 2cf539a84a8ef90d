/** The part of a case path that marks a random case: `updateOrder/explore/valid/17`. */
export const EXPLORE = 'explore'

/** The kind of a random case: a valid request, or a request that violates exactly one keyword. */
export type ExploredKind = 'valid' | 'negative'

/**
 * Identifies a random request by its index among the random requests of the same operation and kind: `17`. For a shrunk
 * request, the steps of shrinking follow, as in fast-check's `path`: `17:0:3:1`.
 */
export interface ExploredPlace {
  readonly kind: ExploredKind
  readonly place: string
}

const NAME = /^(valid|negative)\/(\d{1,6}(?::\d{1,6})*)$/

/** Returns the part of a case path that identifies a random request: `valid/17:0:3`. */
export function exploredName({ kind, place }: ExploredPlace): string {
  return `${kind}/${place}`
}

/** Parses a case path. Returns undefined if `path` does not begin with `front` or is not the path of a random case. */
export function exploredPlace(path: string, front: string): ExploredPlace | undefined {
  const [, kind, place] = path.startsWith(front) ? (NAME.exec(path.slice(front.length)) ?? []) : []
  return kind === undefined || place === undefined ? undefined : { kind: kind as ExploredKind, place }
}

/** True if a case path looks like the path of a random case. */
export function isExplored(path: string): boolean {
  return path.includes(`/${EXPLORE}/`)
}
