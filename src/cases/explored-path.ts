/** The part of a case id that marks a random case: `updateOrder/explore/valid/17`. */
export const EXPLORE = 'explore'

/** `valid`: a valid random request. `negative`: a random request that violates exactly one keyword. */
export type ExploredKind = 'valid' | 'negative'

/**
 * Identifies a random request of an operation. `place` is the index of the request, such as `17`. For a shrunk request,
 * it also contains the shrinking steps in the form of fast-check's `path`: `17:0:3:1`.
 */
export interface ExploredPlace {
  readonly kind: ExploredKind
  readonly place: string
}

const NAME = /^(valid|negative)\/(\d{1,6}(?::\d{1,6})*)$/

/** Returns the last part of the id of a random case, such as `valid/17:0:3`. */
export function exploredName({ kind, place }: ExploredPlace): string {
  return `${kind}/${place}`
}

/** Parses the id of a random case. Returns undefined for other ids, and for ids that do not start with `front`. */
export function exploredPlace(path: string, front: string): ExploredPlace | undefined {
  const [, kind, place] = path.startsWith(front) ? (NAME.exec(path.slice(front.length)) ?? []) : []
  return kind === undefined || place === undefined ? undefined : { kind: kind as ExploredKind, place }
}

/** True if an id looks like the id of a random case. */
export function isExplored(path: string): boolean {
  return path.includes(`/${EXPLORE}/`)
}
