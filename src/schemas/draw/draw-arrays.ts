import type { Json } from '../../json.ts'
import { partOfItem, type Part } from '../nodes/schema-node.ts'
import { areEqual } from '../values/values.ts'
import { asksOf, largest, smallest } from './constraints.ts'
import { inside, take, type DrawContext } from './draw-context.ts'
import { partsOfIndex } from './flatten.ts'

/** More items than this are never drawn. */
export const MOST_ITEMS = 200
const DEEPEST_OPTIONAL = 4

/** Arrays that may keep every keyword about arrays; who asks for them checks. */
export function* drawArrays(flat: readonly Part[], context: DrawContext): Generator<Json> {
  const wanted = flat.reduce((count, part) => Math.max(count, part.contains?.least ?? 0), 0)
  const least = Math.max(largest(flat, 'minItems', 0), wanted, context.items ?? 0)
  const most = smallest(flat, 'maxItems', Infinity)
  const prefix = flat.reduce((count, part) => Math.max(count, part.prefixItems.length), 0)
  // One item shows more than none, unless items nest.
  const telling = Math.min(most, Math.max(least, prefix, context.depth < DEEPEST_OPTIONAL ? 1 : 0))
  const sizes = context.optional === 'all' ? [telling, least] : [Math.min(telling, Math.max(least, 1)), least]
  for (const size of new Set([...sizes, telling, least + prefix, least + 1])) {
    if (size > MOST_ITEMS || size > most) continue
    for (const shift of size === 0 ? [0] : [0, prefix]) yield* arraysOf(flat, size, wanted, shift, context)
  }
}

/** `wanted` items that keep `contains`, from the place `shift` on; the others do not need to. */
function* arraysOf(
  flat: readonly Part[],
  size: number,
  wanted: number,
  shift: number,
  context: DrawContext,
): Generator<Json> {
  const unique = asksOf(flat, 'uniqueItems').includes(true)
  const contained = flat.flatMap((part) => part.contains?.part ?? [])
  const items: Json[] = []
  for (let index = 0; index < size; index++) {
    const isWanted = index >= shift && index < shift + wanted
    // What `contains` accepts counts as evaluated: `unevaluatedItems` is not asked of it. Core §11.2.
    const named = flat.flatMap((part) => partOfItem(part, index) ?? [])
    const parts = isWanted ? [...named, ...contained] : partsOfIndex(flat, index)
    const values = take(context.draw(parts, inside(context)), unique ? size * 4 : 1)
    const next = [...(unique ? firstOther(values, items) : values)][0]
    if (next === undefined) return
    items.push(next)
  }
  yield items
}

function* firstOther(values: Iterable<Json>, items: readonly Json[]): Generator<Json> {
  for (const value of values) {
    if (items.some((item) => areEqual(item, value))) continue
    yield value
    return
  }
}
