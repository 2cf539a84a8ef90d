import type { Json } from '../json.ts'
import { candidates, contextFor, drawHolding } from './draw/candidates.ts'
import { extraPart, typesOf } from './draw/constraints.ts'
import { first, take } from './draw/draw-context.ts'
import { applicable, flatten } from './draw/flatten.ts'
import { placeAt } from './values/place-value.ts'
import { reachPlace, type Reached } from './draw/reach-place.ts'
import { placeholder, type Resolve } from './draw/placeholders.ts'
import { listedParts, ownKeywords } from './list-keywords.ts'
import { COMPANIONS, NEGATIVE_VALUES } from './negative-values/negative-value-table.ts'
import type { Place, Try } from './negative-values/place.ts'
import { findMismatches, holds } from './judge/find-mismatches.ts'
import { isAsked, type Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import type { Direction, Keyword, Schema } from './schema.ts'

/** A value that is wrong in exactly one keyword. */
export interface NegativeValue {
  readonly keyword: Keyword
  /** How it is wrong: `null`, `naive`, `outside`. */
  readonly name: string
  readonly value: Json
  /** Whether a plan has to send it; others are dropped first when there are too many. */
  readonly needed: boolean
  /** Keywords that cannot but be broken with it; most often none. */
  readonly companions: readonly Keyword[]
}

export interface NegativeValueOptions {
  readonly direction: Direction
  readonly seed: number
  /** What a `$` literal in `base` will be, where it is known: negative cases of its place are made from that. */
  readonly resolve?: Resolve
  /** Only those of the keyword at this pointer; without it, of all. */
  readonly only?: string
}

/** How many values are tried for one negative case. */
const TRIES = 40
/** How many other values of the whole are changed where `base` rules out that a keyword is broken alone. */
const OTHER_BASES = 6

/**
 * Values that break a schema in exactly one keyword each: `base` with one thing changed, where a field that it lacks is
 * first added with a valid value. Each is judged again before it is given: it breaks the keyword it names and, but for
 * `companions`, no other. `$` literals of a scenario stay as they are unless they are what is changed.
 */
export function drawNegativeValues(schema: Schema, base: Json, options: NegativeValueOptions): NegativeValue[] {
  const { direction, seed, resolve, only } = options
  const root = partOf(schema, direction)
  const { value, restore } = placeholder(root, base, seed, resolve)
  const place = placesFrom(value, seed)
  const others = lazily(() => {
    const drawn = take(drawHolding([root], contextFor(root, seed, { optional: 'all', ahead: true })), OTHER_BASES)
    return [...drawn].map((other) => placesFrom(other, seed))
  })
  return listedParts(root).flatMap((part) =>
    ownKeywords(part).flatMap((keyword) => {
      if (only !== undefined && keyword.pointer !== only) return []
      const near = missesOf(root, part, keyword, place, seed)
      if (near.length > 0) return near.map((each) => ({ ...each, value: restore(each.value) }))
      if (keyword.fault !== undefined || !keyword.certain) return []
      // What `base` says elsewhere may rule it out: from another value the keyword may be broken alone.
      const found = others().map((other) => missesOf(root, part, keyword, other, seed))
      return found.find((each) => each.length > 0) ?? []
    }),
  )
}

type Places = (part: Part) => Reached | undefined

/** Where each part is asked, from one value; found once. */
function placesFrom(base: Json, seed: number): Places {
  const known = new Map<Part, Reached | undefined>()
  return (part) => {
    if (!known.has(part)) known.set(part, reachPlace(part, base, seed))
    return known.get(part)
  }
}

function missesOf(root: Part, part: Part, keyword: Keyword, place: Places, seed: number): NegativeValue[] {
  const home = part.never === undefined ? part : part.step?.kind === 'same' ? undefined : part.parent
  if (home === undefined || keyword.fault !== undefined) return []
  const reached = place(home)
  const ready = reached === undefined ? undefined : askedOf(part, keyword, reached, seed)
  if (ready === undefined) return []
  const told = new Set<string>()
  const misses = triesOf(part, keyword, ready, seed).flatMap((each): NegativeValue[] => {
    const found = breaking(root, keyword, each, ready)
    const text = JSON.stringify(found?.value)
    if (found === undefined || told.has(text)) return []
    told.add(text)
    return [{ keyword, name: each.name, needed: each.needed, ...found }]
  })
  // Each keyword that can be broken has one negative case that a plan cannot drop.
  return misses.some((each) => each.needed) ? misses : misses.map((each, index) => ({ ...each, needed: index === 0 }))
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** The first value that breaks the keyword alone; else the first that breaks besides only what cannot be helped. */
function breaking(
  root: Part,
  keyword: Keyword,
  { values }: Try,
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

/** A place at which the keyword is asked of a value of its type: a nullable text may be null now. */
function askedOf(part: Part, keyword: Keyword, reached: Reached, seed: number): Reached | undefined {
  const asked = part.assertions.find((each) => each.keyword === keyword)?.asked ?? 'any'
  if (isAsked(asked, reached.value)) return reached
  const parts = [...reached.flat, extraPart(part, { type: asked })]
  const value = first(drawHolding(parts, contextFor(rootOf(part), seed, { ahead: true })))
  if (value === undefined) return undefined
  const root = placeAt(reached.root, reached.at, value)
  return holds(rootOf(part), root) ? { ...reached, root, value, flat: applicable(reached.flat, value) } : undefined
}

function triesOf(part: Part, keyword: Keyword, { value, flat }: Reached, seed: number): readonly Try[] {
  const context = contextFor(rootOf(part), seed, { examples: 'none' })
  const rest = flat.map((each) => withoutKeyword(each, keyword))
  const choice = part.choices.find((each) => each.keyword === keyword)
  const below = part.not?.keyword === keyword ? part.not.part : part.contains?.part
  const place: Place = {
    keyword,
    value,
    types: typesOf(rest),
    names: [...new Set(flat.flatMap((each) => [...each.properties.keys()]))],
    draw: (asks, having = []) => candidates([...rest, extraPart(part, asks)], { ...context, names: having }),
    drawBranches: (branches) => {
      const chosen = branches.flatMap((index) => choice?.branches[index] ?? [])
      const wide = { ...context, optional: 'all' as const }
      return flatMapped(take(flatten([...rest, ...chosen], context.heights), 10), (each) => candidates(each, wide))
    },
    drawSubschema: () => (below === undefined ? [] : drawHolding([below], { ...context, optional: 'all' })),
    keepsSubschema: (each) => below !== undefined && holds(below, each),
  }
  return NEGATIVE_VALUES[keyword.name]?.(place) ?? []
}

/** A part that no longer asks a keyword, so that values are drawn which break it. */
function withoutKeyword(part: Part, keyword: Keyword): Part {
  const assertions = part.assertions.filter((each) => each.keyword !== keyword)
  return { ...part, assertions, choices: part.choices.filter((each) => each.keyword !== keyword) }
}

function rootOf(part: Part): Part {
  let root = part
  while (root.parent !== undefined) root = root.parent
  return root
}

function* flatMapped<T>(lists: Iterable<T>, values: (each: T) => Iterable<Json>): Generator<Json> {
  for (const each of lists) yield* take(values(each), TRIES)
}
