/** Calls `work` for each item in order, at most `size` calls at a time. Rejects with the first error. */
export async function inPool<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]()
  const workers = Array.from({ length: Math.max(1, Math.min(size, items.length)) }, async () => {
    for (const item of { [Symbol.iterator]: () => queue }) await work(item)
  })
  await Promise.all(workers)
}

/**
 * Like `inPool`, but an item for which `isAlone` returns true never runs concurrently with others. It waits for all
 * earlier items, and later items wait for it.
 */
export async function inOrder<T>(
  items: readonly T[],
  { size, isAlone }: { readonly size: number; readonly isAlone: (item: T) => boolean },
  work: (item: T) => Promise<void>,
): Promise<void> {
  let together: T[] = []
  for (const item of items) {
    if (isAlone(item)) {
      await inPool(together, size, work)
      await work(item)
      together = []
    } else together.push(item)
  }
  await inPool(together, size, work)
}
