import type { Operation } from '../operations/operation.ts'

/** The operations that both documents have, and the operations that only one of them has. */
export interface PairedOperations {
  readonly pairs: readonly { readonly base: Operation; readonly head: Operation; readonly isRenamed: boolean }[]
  readonly removed: readonly Operation[]
  readonly added: readonly Operation[]
}

/**
 * Pairs the operations of two documents by method and path. The names of path parameters may differ. Pairs the
 * remaining operations by method and operation id, because a path may have been renamed. If `paths` is `kept` (for
 * webhooks and callbacks), pairs only operations with equal paths.
 */
export function pairOperations(
  base: readonly Operation[],
  head: readonly Operation[],
  paths: 'renamed' | 'kept' = 'renamed',
): PairedOperations {
  const keyOf = paths === 'kept' ? nameOf : patternOf
  const byPath = new Map(head.map((each) => [keyOf(each), each]))
  const same = base.flatMap((each) => {
    const twin = byPath.get(keyOf(each))
    return twin === undefined ? [] : [{ base: each, head: twin, isRenamed: false }]
  })
  const [mine, theirs] = [new Set(same.map(({ base }) => base)), new Set(same.map(({ head }) => head))]
  const left = head.filter((each) => !theirs.has(each))
  const renamed = base.flatMap((each) => {
    if (paths === 'kept' || mine.has(each) || each.id === `${each.method.toLowerCase()} ${each.path}`) return []
    const twin = left.find((other) => other.id === each.id && other.method === each.method)
    return twin === undefined ? [] : [{ base: each, head: twin, isRenamed: true }]
  })
  const pairs = [...same, ...renamed]
  const paired = new Set(pairs.flatMap((pair) => [pair.base, pair.head]))
  const isAlone = (each: Operation): boolean => !paired.has(each)
  return { pairs, removed: base.filter(isAlone), added: head.filter(isAlone) }
}

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`
}

function patternOf({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`
}

/** Returns the names of the path parameters of a path: the names in braces. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
}
