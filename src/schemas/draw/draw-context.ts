import type { Json } from '../../json.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/** Settings for generating one value. */
export interface DrawContext {
  readonly depths: MinimumDepths
  readonly seed: number
  readonly depth: number
  /** Where the document's examples and defaults come first: for the value and its parts, only its parts, or nowhere. */
  readonly examples: 'all' | 'members' | 'none'
  /** True if sample dates in the future replace the document's date examples, which may lie in the past. */
  readonly ahead: boolean
  /** Which optional properties a generated object has. */
  readonly optional: 'none' | 'all'
  /** Properties that an object at this depth must have. `items`: the least number of items of an array at this depth */
  readonly names?: readonly string[]
  readonly items?: number
  /** Most candidates for each property of an object. More are needed in lists whose items must differ. */
  readonly alternatives?: number
  /** Candidates that may still be tried. The limit is needed because nested branches have too many combinations. */
  readonly fuel: { left: number }
  /** Yields values that are valid for all of the nodes, preferred ones first. */
  readonly draw: (nodes: readonly SchemaNode[], context: DrawContext) => Iterable<Json>
}

/** Returns the context for the values inside a value. */
export function inside(context: DrawContext): DrawContext {
  const { names: _names, items: _items, ...rest } = context
  return { ...rest, depth: context.depth + 1 }
}
