import { isArray, isObject, stringifyJson, type Json } from '../../json.ts'
import { matches } from '../judge/find-mismatches.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import { keywordValues, allowedValues, drawnTypes, type DrawnType } from './constraints.ts'
import { agreesWithDiscriminators } from './discriminated.ts'
import { drawArrays } from './draw-arrays.ts'
import type { DrawContext } from './draw-context.ts'
import { take } from '../values/iterables.ts'
import { drawObjects } from './draw-objects.ts'
import { drawNumbers, drawPlain, drawStrings } from './draw-scalars.ts'
import { flatten } from './flatten.ts'
import { minimumDepthsBelow } from './minimum-depths.ts'

/**
 * Limits of the search for a valid value. `WAYS`: combinations of branches. `VALUES`: values tried per combination.
 * `DEEPEST`: levels of nesting.
 */
const WAYS = 40
const VALUES = 300
const DEEPEST = 12
/**
 * Limits of the whole search: the number of values tried (`left`), and the number of combinations of branches (`ways`).
 */
const FUEL = { left: 1000, ways: 5000 }

/** Returns the settings for generating values of the schema `root`. */
export function contextFor(root: SchemaNode, seed: number, more: Partial<DrawContext> = {}): DrawContext {
  return {
    depths: minimumDepthsBelow(root),
    seed,
    depth: 0,
    examples: 'all',
    ahead: false,
    optional: 'none',
    fuel: { ...FUEL },
    draw: drawMatching,
    ...more,
  }
}

/** Yields different values that are valid for all schemas in `nodes`. The preferred values come first. */
export function* drawMatching(nodes: readonly SchemaNode[], context: DrawContext): Generator<Json> {
  if (context.depth > DEEPEST || nodes.some((node) => context.depths.of(node) === Infinity)) return
  const seen = new Set<string>()
  for (const flat of take(flatten(nodes, context.depths), WAYS)) {
    // Each combination counts towards the limit, even if it gives no value, because a recursive schema with many
    // branches has millions of combinations.
    if (context.fuel.left <= 0 || context.fuel.ways-- <= 0) return
    for (const value of take(candidates(flat, context), VALUES)) {
      if (context.fuel.left-- <= 0) return
      if (!nodes.every((node) => matches(node, value))) continue
      if (!hasForced(value, context) || !nodes.every((node) => agreesWithDiscriminators(node, value))) continue
      const text = stringifyJson(value)
      if (seen.has(text)) continue
      seen.add(text)
      yield value
    }
  }
}

/**
 * Yields values that probably match all schemas in `flat`. One branch of each `oneOf`, `anyOf` and `if` was chosen for
 * `flat`. The caller must validate the values.
 */
export function* candidates(flat: readonly SchemaNode[], context: DrawContext): Generator<Json> {
  if (usesExamples(flat, context)) yield* flat.flatMap(examplesOf)
  const named = allowedValues(flat)
  if (named !== undefined) {
    yield* named
    return
  }
  for (const type of drawnTypes(flat)) yield* drawType(flat, type, context)
}

function drawType(flat: readonly SchemaNode[], type: DrawnType, context: DrawContext): Iterable<Json> {
  const many = context.alternatives !== undefined
  switch (type) {
    case 'string':
      return drawStrings(flat, context.seed, many)
    case 'integer':
      return drawNumbers(flat, true, many)
    case 'number':
      return drawNumbers(flat, false, many)
    case 'object':
      return drawObjects(flat, context)
    case 'array':
      return drawArrays(flat, context)
    default:
      return drawPlain(type)
  }
}

function usesExamples(flat: readonly SchemaNode[], { examples, depth, ahead }: DrawContext): boolean {
  if (examples === 'none' || (examples === 'members' && depth === 0)) return false
  return !ahead || !keywordValues(flat, 'format').some((format) => format === 'date-time' || format === 'date')
}

function examplesOf({ schema: { value } }: SchemaNode): Json[] {
  if (!isObject(value)) return []
  const { examples, example, default: fallback } = value
  return [...(isArray(examples) ? examples : []), example, fallback].filter((each) => each !== undefined)
}

function hasForced(value: Json, { names = [], items = 0 }: DrawContext): boolean {
  if (names.length > 0 && !(isObject(value) && names.every((name) => Object.hasOwn(value, name)))) return false
  return items === 0 || (isArray(value) && value.length >= items)
}
