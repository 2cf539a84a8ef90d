import type { Json } from '../../json.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/** Settings for generating one value. */
export interface DrawContext {
  readonly depths: MinimumDepths
  readonly seed: number
  readonly depth: number
  /**
   * The places where examples and defaults of the document are preferred: everywhere, only inside properties and items
   * (`members`), or nowhere.
   */
  readonly examples: 'all' | 'members' | 'none'
  /**
   * True if generated dates must be in the future. Examples of dates are then ignored, because they may be in the past.
   */
  readonly ahead: boolean
  /** The optional properties of a generated object. */
  readonly optional: 'none' | 'all'
  /**
   * `names`: properties that the object must have. `items`: the minimum number of items. Both apply to the outermost
   * level only.
   */
  readonly names?: readonly string[]
  readonly items?: number
  /** The maximum number of candidates per property. A list with `uniqueItems` needs more of them. */
  readonly alternatives?: number
  /**
   * The numbers of candidates (`left`) and combinations of branches (`ways`) that may still be tried. Nested branches
   * have too many combinations to try all.
   */
  readonly fuel: { left: number; ways: number }
  /** Yields valid values of all `nodes`, the preferred ones first. */
  readonly draw: (nodes: readonly SchemaNode[], context: DrawContext) => Iterable<Json>
}

/** Returns the settings for the properties or items of a value. */
export function inside(context: DrawContext): DrawContext {
  const { names: _names, items: _items, ...rest } = context
  return { ...rest, depth: context.depth + 1 }
}
