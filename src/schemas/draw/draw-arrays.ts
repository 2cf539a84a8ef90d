import type { Json } from '../../json.ts'
import { nodeOfItem, type SchemaNode } from '../nodes/schema-node.ts'
import { isSameJson } from '../values/values.ts'
import { keywordValues, largest, smallest } from './constraints.ts'
import { inside, type DrawContext } from './draw-context.ts'
import { nodesForItem } from './flatten.ts'

/** The maximum number of items in a generated array. `minItems` can require more, up to `MOST_REQUIRED`. */
export const MOST_ITEMS = 200
const MOST_REQUIRED = 5000
const DEEPEST_OPTIONAL = 4

/** Yields arrays that probably satisfy the array keywords. The caller must validate them. */
export function* drawArrays(flat: readonly SchemaNode[], context: DrawContext): Generator<Json> {
  const wanted = flat.reduce((count, node) => Math.max(count, node.contains?.least ?? 0), 0)
  const least = Math.max(largest(flat, 'minItems', 0), wanted, context.items ?? 0)
  const most = smallest(flat, 'maxItems', Infinity)
  const prefix = flat.reduce((count, node) => Math.max(count, node.prefixItems.length), 0)
  // One item tests more of the schema than an empty array, so an array has one item if possible. At great depth, an
  // array stays empty, so that the whole value stays small.
  const informative = Math.min(most, Math.max(least, prefix, context.depth < DEEPEST_OPTIONAL ? 1 : 0))
  const sizes = context.optional === 'all' ? [informative, least] : [Math.min(informative, Math.max(least, 1)), least]
  for (const size of new Set([...sizes, informative, least + prefix, least + 1])) {
    if (size > Math.max(MOST_ITEMS, Math.min(least, MOST_REQUIRED)) || size > most) continue
    for (const shift of size === 0 ? [0] : [0, prefix]) yield* arraysOf(flat, size, wanted, shift, context)
  }
}

/**
 * Yields arrays in which `wanted` items match `contains`. These items follow each other, and the first one is at the
 * index `shift`.
 */
function* arraysOf(
  flat: readonly SchemaNode[],
  size: number,
  wanted: number,
  shift: number,
  context: DrawContext,
): Generator<Json> {
  const unique = keywordValues(flat, 'uniqueItems').includes(true)
  const contained = flat.flatMap((node) => node.contains?.node ?? [])
  const items: Json[] = []
  let last: { nodes: readonly SchemaNode[]; values: Iterator<Json>; value: Json } | undefined
  for (let index = 0; index < size; index++) {
    const isWanted = index >= shift && index < shift + wanted
    // JSON Schema 2020-12 Core §11.2: `unevaluatedItems` does not apply to items that match `contains`.
    const named = flat.flatMap((node) => nodeOfItem(node, index) ?? [])
    const nodes = isWanted ? [...named, ...contained] : nodesForItem(flat, index)
    if (last === undefined || !isSameList(last.nodes, nodes)) {
      const own = inside(context)
      const values = context.draw(nodes, unique ? { ...own, alternatives: size + 1 } : own)[Symbol.iterator]()
      last = { nodes, values, value: null }
    } else if (!unique) {
      items.push(last.value)
      continue
    }
    // A generator yields each value only once, but the value for an item of `prefixItems` may come from another
    // generator. Therefore values that the array already contains are skipped.
    let next = last.values.next()
    while (unique && next.done !== true && items.some((item) => isSameJson(item, next.value as Json)))
      next = last.values.next()
    if (next.done === true) return
    last.value = next.value
    items.push(next.value)
  }
  yield items
}

function isSameList(one: readonly SchemaNode[], other: readonly SchemaNode[]): boolean {
  return one.length === other.length && one.every((node, index) => node === other[index])
}
