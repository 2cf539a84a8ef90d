import { pointer as join } from '../../document/json-pointer.ts'
import { isArray, isObject, stringifyJson, type Json } from '../../json.ts'
import { matches } from '../judge/find-mismatches.ts'
import { nodesOfProperty, type SchemaNode } from '../nodes/schema-node.ts'
import { contextFor } from './candidates.ts'
import type { DrawContext } from './draw-context.ts'
import { take } from '../values/iterables.ts'
import { MOST_ITEMS } from './draw-arrays.ts'
import { namesFor } from './draw-objects.ts'
import { applicable, nodesForItem, nodesForProperty } from './flatten.ts'
import { placeAt } from '../values/place-value.ts'

/** A valid value that contains a property or item to which a given schema applies. */
export interface Reached {
  /** The whole value. */
  readonly root: Json
  /** JSON Pointer of the property or item. */
  readonly at: string
  /** The property or item. */
  readonly value: Json
  /** All schemas that apply to this property or item. */
  readonly flat: readonly SchemaNode[]
}

/** The maximum number of values that are tried per level of nesting. */
const TRIES = 6

/**
 * Returns a valid value that contains a property or item to which the schema `node` applies. Keeps as much of `base` as
 * possible: adds only missing properties, and replaces only values that match another branch. Returns undefined if no
 * such value is found.
 */
function reachPlace(node: SchemaNode, base: Json | undefined, seed: number): Reached | undefined {
  const chain: SchemaNode[] = []
  for (let each: SchemaNode | undefined = node; each !== undefined; each = each.parent) chain.unshift(each)
  const [root] = chain
  if (root === undefined) return undefined
  const reach = new Reach(contextFor(root, seed, { ahead: true }))
  const found = reach.at(chain, [], base, true)
  return found !== undefined && matches(root, found.root) ? found : undefined
}

/** A version of `reachPlace` with a fixed base value and a fixed seed. */
export type Places = (node: SchemaNode) => Reached | undefined

/** The number of base values per schema for which results are cached. */
const KEPT_BASES = 16

const placesByRoot = new WeakMap<SchemaNode, Map<string, Places>>()

/**
 * Returns a version of `reachPlace` for one base value and one seed. `root` is the schema of the base value. The
 * version and its results are cached, because the generators of valid variants and of negative values use the same base
 * value.
 */
export function placesFrom(root: SchemaNode, base: Json, seed: number): Places {
  const kept = placesByRoot.get(root) ?? new Map<string, Places>()
  placesByRoot.set(root, kept)
  const key = `${seed} ${stringifyJson(base)}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= KEPT_BASES) kept.clear()
  const places = searchOnce(base, seed)
  kept.set(key, places)
  return places
}

function searchOnce(base: Json, seed: number): Places {
  const known = new Map<SchemaNode, Reached | undefined>()
  return (node) => {
    if (!known.has(node)) known.set(node, reachPlace(node, base, seed))
    return known.get(node)
  }
}

class Reach {
  readonly #context: DrawContext

  constructor(context: DrawContext) {
    this.#context = context
  }

  /**
   * Returns a value that contains a property or item to which the last schema of `chain` applies. `chain` starts with
   * the outermost schema. The returned value also matches the schemas in `conjunction`. With `mayKeep`, `value` is
   * returned unchanged if it is already suitable.
   */
  at(
    chain: readonly SchemaNode[],
    conjunction: readonly SchemaNode[],
    value: Json | undefined,
    mayKeep: boolean,
  ): Reached | undefined {
    const forced = chain.slice(0, 1 + countSame(chain))
    const rest = chain.slice(forced.length)
    const all = [...new Set([...conjunction, ...forced, ...conditions(forced)])]
    const names = forced.flatMap((node, index) => triggerOf(node, forced[index - 1]))
    const kept = mayKeep && value !== undefined ? [value] : []
    const next = rest[0]
    const context = { ...this.#context, names }
    const wider = next === undefined ? context : withForced(context, next)
    for (const draws of [kept, this.#context.draw(all, context), this.#context.draw(all, wider)]) {
      for (const each of take(draws, TRIES)) {
        if (this.#context.fuel.left-- <= 0) return undefined
        const flat = applicable([...conjunction, ...forced.slice(0, 1)], each)
        if (!forced.every((node) => flat.includes(node)) || !all.every((node) => matches(node, each))) continue
        if (next === undefined) return { root: each, at: '', value: each, flat }
        const found = this.#below(rest, next, flat, each, all)
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  #below(
    rest: readonly SchemaNode[],
    next: SchemaNode,
    flat: readonly SchemaNode[],
    value: Json,
    all: readonly SchemaNode[],
  ): Reached | undefined {
    for (const token of this.#tokensOf(next, flat, value)) {
      const isThere = isArray(value) ? Number(token) < value.length : isObject(value) && Object.hasOwn(value, token)
      const nodes = isArray(value) ? nodesForItem(flat, Number(token)) : nodesForProperty(flat, String(token))
      const own = isArray(value) ? value[Number(token)] : isObject(value) ? value[String(token)] : undefined
      const found = this.at(rest, nodes, isThere ? own : undefined, true)
      if (found === undefined) continue
      const filled = isArray(value) ? filledTo(value, Number(token), found.root) : value
      const root = placeAt(filled, join(token), found.root)
      if (all.every((node) => matches(node, root))) return { ...found, root, at: join(token) + found.at }
    }
    return undefined
  }

  /**
   * Returns the property names or indexes to which the schema `next` applies. Names and indexes that exist in the value
   * come first.
   */
  #tokensOf(next: SchemaNode, flat: readonly SchemaNode[], value: Json): (string | number)[] {
    const { step, parent } = next
    if (step === undefined || parent === undefined) return []
    if (step.kind === 'name') return isObject(value) ? [step.name] : []
    if (step.kind === 'names' && isObject(value)) {
      const judged = (name: string): boolean =>
        nodesOfProperty(parent, name).includes(next) || nodesForProperty(flat, name).includes(next)
      const fresh = [...take(namesFor(flat, this.#context), 60)].filter((name) => !Object.hasOwn(value, name))
      return [...Object.keys(value), ...fresh].filter(judged).slice(0, TRIES)
    }
    if (!isArray(value)) return []
    if (step.kind === 'index') return step.index <= value.length ? [step.index] : []
    const start = step.kind === 'items' ? parent.prefixItems.length : 0
    return [...new Set([start, value.length])].filter((index) => index >= start && index <= MOST_ITEMS)
  }
}

function countSame(chain: readonly SchemaNode[]): number {
  const rest = chain.slice(1)
  const end = rest.findIndex((node) => node.step?.kind !== 'same')
  return end < 0 ? rest.length : end
}

/** Returns the `if` schemas that the value must match so that a `then` in the chain applies. */
function conditions(forced: readonly SchemaNode[]): SchemaNode[] {
  return forced.flatMap((node, index) => {
    const condition = forced[index - 1]?.condition
    return condition?.then === node ? [condition.if] : []
  })
}

/** Returns the name of the property whose presence makes a schema in `dependentSchemas` apply. */
function triggerOf(node: SchemaNode, above: SchemaNode | undefined): string[] {
  return [...(above?.dependentSchemas ?? [])].filter(([, each]) => each === node).map(([name]) => name)
}

/**
 * Returns settings for generating an object or array. They force it to contain the property or item to which the given
 * schema applies.
 */
function withForced(context: DrawContext, { step, parent }: SchemaNode): DrawContext {
  const names = context.names ?? []
  if (step?.kind === 'name') return { ...context, names: [...names, step.name] }
  if (step?.kind === 'index') return { ...context, items: step.index + 1 }
  if (step?.kind === 'items') return { ...context, items: (parent?.prefixItems.length ?? 0) + 1 }
  return { ...context, optional: 'all' }
}

function filledTo(value: readonly Json[], index: number, item: Json): readonly Json[] {
  return index < value.length ? value : [...value, ...Array.from({ length: index - value.length + 1 }, () => item)]
}
