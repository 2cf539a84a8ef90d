import { createHash } from 'node:crypto'

/**
 * Returns a sample of a list, chosen by hashes of the ids. Every machine gets the same sample, and no person chose it.
 */
export function draw(list, most = list.length) {
  const place = ({ id }) => createHash('sha256').update(id).digest('hex')
  return list.toSorted((one, other) => (place(one) < place(other) ? -1 : 1)).slice(0, most)
}

/** Returns at most `most` faults of each family of each API. */
export function chooseFaults(faults, most) {
  const families = [...new Set(faults.map(({ family }) => family))]
  return families.flatMap((family) =>
    ['lobbie', 'aniva'].flatMap((api) =>
      draw(
        faults.filter((fault) => fault.family === family && fault.api === api),
        most,
      ),
    ),
  )
}

/**
 * Returns the faults and variants of all groups in turns: the first of each group, then the second of each, and so on.
 * If a comparison ends early, the measured part of each group is then a sample.
 */
export function inTurns(groups) {
  const queues = groups.flatMap((group) => [
    group.faults.map((fault) => ({ group, fault })),
    group.variants.map((variant) => ({ group, variant })),
  ])
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) => queues.flatMap((queue) => queue[index] ?? [])).flat()
}
