/** Calls `work` for each item, at most `size` at a time, started in order. Rejects with the first error. */
export async function inPool<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]()
  const workers = Array.from({ length: Math.max(1, Math.min(size, items.length)) }, async () => {
    for (const item of { [Symbol.iterator]: () => queue }) await work(item)
  })
  await Promise.all(workers)
}
