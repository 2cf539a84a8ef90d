import type { Json } from '../../json.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/** Settings for generating one value. */
export interface DrawContext {
  readonly depths: MinimumDepths
  readonly seed: number
  readonly depth: number
  /**
   * Says where examples and defaults from the document are preferred to generated values. `all`: everywhere. `members`:
   * only for properties and items. `none`: nowhere.
   */
  readonly examples: 'all' | 'members' | 'none'
  /**
   * True if generated dates must be in the future. Dates in examples of the document are then ignored, because they may
   * be in the past.
   */
  readonly ahead: boolean
  /** The optional properties that a generated object has: none or all of them. */
  readonly optional: 'none' | 'all'
  /**
   * Requirements for the outermost value only. `names`: properties that the object must have. `items`: the minimum
   * number of items.
   */
  readonly names?: readonly string[]
  readonly items?: number
  /**
   * The maximum number of values that are tried per property. Set only for a list with `uniqueItems`, which needs many
   * different values.
   */
  readonly alternatives?: number
  /**
   * Limits for the rest of the search: how many more values (`left`) and combinations of branches (`ways`) may be
   * tried. Nested branches have so many combinations that a search of all of them would not end.
   */
  readonly fuel: { left: number; ways: number }
  /** Yields values that are valid for all schemas in `nodes`. The preferred values come first. */
  readonly draw: (nodes: readonly SchemaNode[], context: DrawContext) => Iterable<Json>
}

/** Returns the settings for the properties or items of a value. They are one level deeper. */
export function inside(context: DrawContext): DrawContext {
  const { names: _names, items: _items, ...rest } = context
  return { ...rest, depth: context.depth + 1 }
}
