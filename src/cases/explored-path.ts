/** The maker's name in the paths of random cases. */
export const EXPLORE = 'explore'

/** What is drawn: a request that keeps the document, or one that breaks it in one keyword. */
export type ExploredKind = 'valid' | 'negative'

/**
 * Where a random request stands: the how-manieth of its operation and kind, and the steps by which it was shrunk, as
 * fast-check's `path` has them: `17`, `17:0:3:1`.
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

/** The place that a case's path names, if it begins as those of an operation do and names one. */
export function exploredPlace(path: string, front: string): ExploredPlace | undefined {
  const [, kind, place] = path.startsWith(front) ? (NAME.exec(path.slice(front.length)) ?? []) : []
  return kind === undefined || place === undefined ? undefined : { kind: kind as ExploredKind, place }
}

/** Whether a path may be that of a random case. */
export function isExplored(path: string): boolean {
  return path.includes(`/${EXPLORE}/`)
}
