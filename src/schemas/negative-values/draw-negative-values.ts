import { stringifyJson, type Json } from '../../json.ts'
import { candidates, contextFor, drawMatching } from '../draw/candidates.ts'
import { extraNode, drawnTypes } from '../draw/constraints.ts'
import { first, flatMap, take } from '../values/iterables.ts'
import { applicable, flatten } from '../draw/flatten.ts'
import { placeAt } from '../values/place-value.ts'
import { placesFrom, type Places, type Reached } from '../draw/reach-place.ts'
import { placeholder, type Resolve } from '../draw/placeholders.ts'
import { listedNodes, ownKeywords } from '../list-keywords.ts'
import { COMPANIONS, NEGATIVE_VALUES } from './negative-value-table.ts'
import type { BrokenPlace } from './place.ts'
import type { Attempt } from '../values/attempt.ts'
import { findMismatches, matches } from '../judge/find-mismatches.ts'
import { appliesToValue, type SchemaNode } from '../nodes/schema-node.ts'
import { nodeOf } from '../nodes/node-of.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'

/** A value that violates one keyword. If it has to violate other keywords too, these are in `companions`. */
export interface NegativeValue {
  readonly keyword: Keyword
  /** The kind of the violation. Examples: `null`, or `naive` for a date-time without an offset. */
  readonly name: string
  readonly value: Json
  /** True if every plan must send the value. False if a small plan may leave it out. */
  readonly needed: boolean
  /** Other keywords that this value violates at the same time. Usually empty. */
  readonly companions: readonly Keyword[]
}

export interface NegativeValueOptions {
  readonly direction: Direction
  readonly seed: number
  /**
   * Returns the value of a placeholder in `base`, such as `{ $time: … }`. Returns undefined if the value is known only
   * during the run.
   */
  readonly resolve?: Resolve
  /** JSON Pointer of the only keyword to violate. Default: all keywords. */
  readonly only?: string
}

/** The maximum number of values that are tried for each invalid value. */
const TRIES = 40
/** The number of other valid values that are tried if every change of `base` violates several keywords. */
const OTHER_BASES = 6

/**
 * Returns invalid values that violate one keyword each. Each value is `base` with one change. If the change concerns a
 * property or item that `base` lacks, this property or item is added first. Placeholders in other places, such as `{
 * $time: … }`, are kept.
 */
export function drawNegativeValues(schema: Schema, base: Json, options: NegativeValueOptions): NegativeValue[] {
  const { direction, seed, resolve, only } = options
  const root = nodeOf(schema, direction)
  const { value, restore } = placeholder(root, base, seed, resolve)
  const place = placesFrom(root, value, seed)
  const others = lazy(() => {
    const drawn = take(drawMatching([root], contextFor(root, seed, { optional: 'all', ahead: true })), OTHER_BASES)
    return [...drawn].map((other) => placesFrom(root, other, seed))
  })
  return listedNodes(root).flatMap((node) =>
    ownKeywords(node).flatMap((keyword) => {
      if (only !== undefined && keyword.pointer !== only) return []
      const near = negativesOf(root, node, keyword, place, seed)
      if (near.length > 0) return near.map((each) => ({ ...each, value: restore(each.value) }))
      if (keyword.fault !== undefined || !keyword.certain) return []
      // Another property of `base` may make the violation impossible, so other valid values are tried.
      const found = others().map((other) => negativesOf(root, node, keyword, other, seed))
      return found.find((each) => each.length > 0) ?? []
    }),
  )
}

function negativesOf(
  root: SchemaNode,
  node: SchemaNode,
  keyword: Keyword,
  place: Places,
  seed: number,
): NegativeValue[] {
  const home = node.forbidden === undefined ? node : node.step?.kind === 'same' ? undefined : node.parent
  if (home === undefined || keyword.fault !== undefined) return []
  const reached = place(home)
  const ready = reached === undefined ? undefined : applicableAt(node, keyword, reached, seed)
  if (ready === undefined) return []
  const seen = new Set<string>()
  const negatives = attemptsFor(node, keyword, ready, seed).flatMap((each): NegativeValue[] => {
    const found = breaking(root, keyword, each, ready)
    const text = stringifyJson(found?.value)
    if (found === undefined || seen.has(text)) return []
    seen.add(text)
    return [{ keyword, name: each.name, needed: each.needed, ...found }]
  })
  // Every plan sends at least one violation of each keyword.
  return negatives.some((each) => each.needed)
    ? negatives
    : negatives.map((each, index) => ({ ...each, needed: index === 0 }))
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/**
 * Returns the first value that violates only `keyword`. If there is no such value, returns the first value that
 * violates no other keywords than `keyword` and its companions.
 */
function breaking(
  root: SchemaNode,
  keyword: Keyword,
  { values }: Attempt,
  { root: base, at }: Reached,
): { value: Json; companions: readonly Keyword[] } | undefined {
  let second: { value: Json; companions: readonly Keyword[] } | undefined
  for (const value of take(values, TRIES)) {
    const whole = placeAt(base, at, value)
    const broken = new Map(findMismatches(root, whole).map((each) => [each.keyword.pointer, each.keyword]))
    if (!broken.delete(keyword.pointer)) continue
    const companions = [...broken.values()]
    if (companions.length === 0) return { value: whole, companions }
    const allowed = COMPANIONS[keyword.name] ?? []
    if (companions.every((each) => allowed.includes(each.name))) second ??= { value: whole, companions }
  }
  return second
}

/**
 * Makes sure that the value to change has the type that the keyword checks. Example: for `minLength`, a null is
 * replaced by a string.
 */
function applicableAt(node: SchemaNode, keyword: Keyword, reached: Reached, seed: number): Reached | undefined {
  const appliesTo = node.assertions.find((each) => each.keyword === keyword)?.appliesTo ?? 'any'
  if (appliesToValue(appliesTo, reached.value)) return reached
  const nodes = [...reached.flat, extraNode(node, { type: appliesTo })]
  const value = first(drawMatching(nodes, contextFor(rootOf(node), seed, { ahead: true })))
  if (value === undefined) return undefined
  const root = placeAt(reached.root, reached.at, value)
  return matches(rootOf(node), root) ? { ...reached, root, value, flat: applicable(reached.flat, value) } : undefined
}

function attemptsFor(node: SchemaNode, keyword: Keyword, { value, flat }: Reached, seed: number): readonly Attempt[] {
  const context = contextFor(rootOf(node), seed, { examples: 'none' })
  const rest = flat.map((each) => withoutKeyword(each, keyword))
  const choice = node.choices.find((each) => each.keyword === keyword)
  const below = node.not?.keyword === keyword ? node.not.node : node.contains?.node
  const place: BrokenPlace = {
    keyword,
    value,
    types: drawnTypes(rest),
    names: [...new Set(flat.flatMap((each) => [...each.properties.keys()]))],
    draw: (keywordValue, having = []) =>
      candidates([...rest, extraNode(node, keywordValue)], { ...context, names: having }),
    drawBranches: (branches) => {
      const chosen = branches.flatMap((index) => choice?.branches[index] ?? [])
      const wide = { ...context, optional: 'all' as const }
      return flatMap(take(flatten([...rest, ...chosen], context.depths), 10), (each) =>
        take(candidates(each, wide), TRIES),
      )
    },
    drawSubschema: () => (below === undefined ? [] : drawMatching([below], { ...context, optional: 'all' })),
    matchesSubschema: (each) => below !== undefined && matches(below, each),
  }
  return NEGATIVE_VALUES[keyword.name]?.(place) ?? []
}

/**
 * Returns a copy of a schema without the given keyword. Values that are generated from the copy may violate this
 * keyword.
 */
function withoutKeyword(node: SchemaNode, keyword: Keyword): SchemaNode {
  const assertions = node.assertions.filter((each) => each.keyword !== keyword)
  return { ...node, assertions, choices: node.choices.filter((each) => each.keyword !== keyword) }
}

function rootOf(node: SchemaNode): SchemaNode {
  let root = node
  while (root.parent !== undefined) root = root.parent
  return root
}
