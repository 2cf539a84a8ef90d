/** Works on items, at most `size` at once, each begun in order. The first failure ends it. */
export async function inPool<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]()
  const workers = Array.from({ length: Math.max(1, Math.min(size, items.length)) }, async () => {
    for (const item of { [Symbol.iterator]: () => queue }) await work(item)
  })
  await Promise.all(workers)
}
