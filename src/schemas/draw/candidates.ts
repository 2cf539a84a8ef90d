import { isArray, isObject, type Json } from '../../json.ts'
import { holds } from '../judge/find-mismatches.ts'
import type { Part } from '../nodes/schema-node.ts'
import { asksOf, namedValues, typesOf, type DrawnType } from './constraints.ts'
import { isAsNamed } from './discriminated.ts'
import { drawArrays } from './draw-arrays.ts'
import { take, type DrawContext } from './draw-context.ts'
import { drawObjects } from './draw-objects.ts'
import { drawNumbers, drawPlain, drawStrings } from './draw-scalars.ts'
import { flatten } from './flatten.ts'
import { minimumDepthsBelow } from './minimum-depths.ts'

/** How many ways through `oneOf` and the like are tried, and how many values for each. */
const WAYS = 40
const VALUES = 300
const DEEPEST = 12
/** How many values are looked at for one that is asked for, at all depths together. */
const FUEL = 1000

/** A context for draws below a root. */
export function contextFor(root: Part, seed: number, more: Partial<DrawContext> = {}): DrawContext {
  return {
    heights: minimumDepthsBelow(root),
    seed,
    depth: 0,
    examples: 'all',
    ahead: false,
    optional: 'none',
    fuel: { left: FUEL },
    draw: drawHolding,
    ...more,
  }
}

/** Values that keep all parts, each once checked, best first. */
export function* drawHolding(parts: readonly Part[], context: DrawContext): Generator<Json> {
  if (context.depth > DEEPEST || parts.some((part) => context.heights.of(part) === Infinity)) return
  const told = new Set<string>()
  for (const flat of take(flatten(parts, context.heights), WAYS)) {
    for (const value of take(candidates(flat, context), VALUES)) {
      if (context.fuel.left-- <= 0) return
      if (!parts.every((part) => holds(part, value))) continue
      if (!hasForced(value, context) || !parts.every((part) => isAsNamed(part, value))) continue
      const text = JSON.stringify(value)
      if (told.has(text)) continue
      told.add(text)
      yield value
    }
  }
}

/** Values that may keep parts of which the branches are chosen; they are not checked as a whole. */
export function* candidates(flat: readonly Part[], context: DrawContext): Generator<Json> {
  if (usesExamples(flat, context)) yield* flat.flatMap(examplesOf)
  const named = namedValues(flat)
  if (named !== undefined) {
    yield* named
    return
  }
  for (const type of typesOf(flat)) yield* drawType(flat, type, context)
}

function drawType(flat: readonly Part[], type: DrawnType, context: DrawContext): Iterable<Json> {
  switch (type) {
    case 'string':
      return drawStrings(flat, context.seed)
    case 'integer':
      return drawNumbers(flat, true)
    case 'number':
      return drawNumbers(flat, false)
    case 'object':
      return drawObjects(flat, context)
    case 'array':
      return drawArrays(flat, context)
    default:
      return drawPlain(type)
  }
}

function usesExamples(flat: readonly Part[], { examples, depth, ahead }: DrawContext): boolean {
  if (examples === 'none' || (examples === 'members' && depth === 0)) return false
  return !ahead || !asksOf(flat, 'format').some((format) => format === 'date-time' || format === 'date')
}

/** What a schema gives as examples and as default. */
function examplesOf({ schema: { value } }: Part): Json[] {
  if (!isObject(value)) return []
  const { examples, example, default: fallback } = value
  return [...(isArray(examples) ? examples : []), example, fallback].filter((each) => each !== undefined)
}

function hasForced(value: Json, { names = [], items = 0 }: DrawContext): boolean {
  if (names.length > 0 && !(isObject(value) && names.every((name) => Object.hasOwn(value, name)))) return false
  return items === 0 || (isArray(value) && value.length >= items)
}
