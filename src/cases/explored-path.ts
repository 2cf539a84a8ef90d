/** The maker's name in the paths of random cases. */
export const EXPLORE = 'explore'

/** A valid request, or one that violates exactly one keyword. */
export type ExploredKind = 'valid' | 'negative'

/**
 * The place of a random request: its index among those of its operation and kind, and the steps of shrinking, in the form of
 * fast-check's `path`: `17`, `17:0:3:1`.
 */
export interface ExploredPlace {
  readonly kind: ExploredKind
  readonly place: string
}

const NAME = /^(valid|negative)\/(\d{1,6}(?::\d{1,6})*)$/

/** The name of a random request in the path of its case, after the operation and the maker: `valid/17:0:3`. */
export function exploredName({ kind, place }: ExploredPlace): string {
  return `${kind}/${place}`
}

/** The place in a case path of this operation, or undefined. */
export function exploredPlace(path: string, front: string): ExploredPlace | undefined {
  const [, kind, place] = path.startsWith(front) ? (NAME.exec(path.slice(front.length)) ?? []) : []
  return kind === undefined || place === undefined ? undefined : { kind: kind as ExploredKind, place }
}

/** True if a case path may belong to a random case. */
export function isExplored(path: string): boolean {
  return path.includes(`/${EXPLORE}/`)
}
