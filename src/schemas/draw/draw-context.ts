import type { Json } from '../../json.ts'
import type { Part } from '../nodes/schema-node.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/** What a draw below some root goes by. */
export interface DrawContext {
  readonly heights: MinimumDepths
  readonly seed: number
  readonly depth: number
  /** Whether examples and defaults of the document come first: everywhere, only of what is inside a value, or nowhere. */
  readonly examples: 'all' | 'members' | 'none'
  /** Whether examples that are dates are left for samples in the years ahead: a world that moves on refuses old ones. */
  readonly ahead: boolean
  /** Which optional members an object gets. */
  readonly optional: 'none' | 'all'
  /** Members that an object at this depth must have, and a least number of items. */
  readonly names?: readonly string[]
  readonly items?: number
  /** How many values may still be looked at; spent, a draw ends. Branches that exclude each other nest too deep to try all. */
  readonly fuel: { left: number }
  /** Values that keep all parts, best first. */
  readonly draw: (parts: readonly Part[], context: DrawContext) => Iterable<Json>
}

/** The context of the values inside a value. */
export function inside(context: DrawContext): DrawContext {
  const { names: _names, items: _items, ...rest } = context
  return { ...rest, depth: context.depth + 1 }
}

export function first<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value
  return undefined
}

export function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let left = most
  for (const value of values) {
    if (left-- <= 0) return
    yield value
  }
}
