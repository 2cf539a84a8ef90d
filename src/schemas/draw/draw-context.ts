import type { Json } from '../../json.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/** Settings for generating one value. */
export interface DrawContext {
  readonly depths: MinimumDepths
  readonly seed: number
  readonly depth: number
  /**
   * The parts of a value for which the examples and defaults of the document are tried first: the value and its parts,
   * only its parts (`members`), or none.
   */
  readonly examples: 'all' | 'members' | 'none'
  /**
   * If true, generated dates are in the future. If false, dates may be examples of the document, which may be in the
   * past.
   */
  readonly ahead: boolean
  /** The optional properties that a generated object has. */
  readonly optional: 'none' | 'all'
  /**
   * `names`: the properties that an object at this level must have. `items`: the minimum number of items of an array at
   * this level.
   */
  readonly names?: readonly string[]
  readonly items?: number
  /**
   * The maximum number of candidates for each property of an object. It must be larger inside a list whose items must
   * all differ.
   */
  readonly alternatives?: number
  /**
   * The numbers of candidates (`left`) and of combinations of branches (`ways`) that may still be tried. These limits are
   * necessary because nested branches can have too many combinations.
   */
  readonly fuel: { left: number; ways: number }
  /** Yields values that are valid for all of `nodes`, preferred values first. */
  readonly draw: (nodes: readonly SchemaNode[], context: DrawContext) => Iterable<Json>
}

/** Returns the settings for generating the properties or items of a value. */
export function inside(context: DrawContext): DrawContext {
  const { names: _names, items: _items, ...rest } = context
  return { ...rest, depth: context.depth + 1 }
}
