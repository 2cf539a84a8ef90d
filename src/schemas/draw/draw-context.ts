import type { Json } from '../../json.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/** Settings of one draw. */
export interface DrawContext {
  readonly depths: MinimumDepths
  readonly seed: number
  readonly depth: number
  /** Where examples and defaults of the document come first: everywhere, only inside a value, or nowhere. */
  readonly examples: 'all' | 'members' | 'none'
  /** True if future sample dates replace the document's date examples, which may be in the past. */
  readonly ahead: boolean
  /** Which optional properties an object gets. */
  readonly optional: 'none' | 'all'
  /** Properties that an object at this depth must have, and its least number of items. */
  readonly names?: readonly string[]
  readonly items?: number
  /** How many values are tried for each property of an object; more in lists of different items. */
  readonly alternatives?: number
  /** How many values may still be tried; at 0 the draw ends, because nested branches have too many combinations. */
  readonly fuel: { left: number }
  /** Draws valid values for all nodes, best first. */
  readonly draw: (nodes: readonly SchemaNode[], context: DrawContext) => Iterable<Json>
}

/** The context for values inside a value. */
export function inside(context: DrawContext): DrawContext {
  const { names: _names, items: _items, ...rest } = context
  return { ...rest, depth: context.depth + 1 }
}
