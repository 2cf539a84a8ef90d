import { isArray, type Json } from '../../json.ts'
import { matches } from '../judge/find-mismatches.ts'
import { travellingNames, type SchemaNode } from '../nodes/schema-node.ts'
import { keywordValues, largest } from './constraints.ts'
import { discriminatorNames } from './discriminated.ts'
import { inside, type DrawContext } from './draw-context.ts'
import { take } from '../values/iterables.ts'
import { drawStrings } from './draw-scalars.ts'
import { flatten, nodesForProperty } from './flatten.ts'

/** The maximum number of values that are tried per property. */
const ALTERNATIVES = 4
const DEEPEST_OPTIONAL = 4

/**
 * Yields objects that probably satisfy the object keywords. By default, the smallest object comes first. The caller
 * must validate the objects.
 */
export function* drawObjects(flat: readonly SchemaNode[], context: DrawContext): Generator<Json> {
  const properties = travellingNames(flat)
  const optional = properties.filter((name) =>
    nodesForProperty(flat, name).every((each) => context.depths.of(each) < Infinity),
  )
  const required = withDependents(flat, [
    ...new Set([...keywordValues(flat, 'required').map(String), ...(context.names ?? [])]),
  ])
  const generous = context.optional === 'all' && context.depth <= DEEPEST_OPTIONAL
  const all = withDependents(flat, [...new Set([...required, ...optional])])
  const sets = generous ? [all, required] : [required, all]
  for (const names of sets) yield* objectsWith(flat, names, properties, context)
}

function* objectsWith(
  flat: readonly SchemaNode[],
  chosen: readonly string[],
  properties: readonly string[],
  context: DrawContext,
): Generator<Json> {
  const names = filledUp(flat, chosen, properties, context)
  const triggered = flat.flatMap((node) => names.flatMap((name) => node.dependentSchemas.get(name) ?? []))
  if (triggered.some((node) => !flat.includes(node))) {
    for (const more of take(flatten([...flat, ...triggered], context.depths), 10)) {
      // The branches for the schemas in `flat` are already chosen, so these schemas stay. Adds the schemas that apply
      // only because the object now has the additional properties.
      const merged = [...new Set([...flat, ...more.filter((node) => !flat.includes(node))])]
      const wanted = withDependents(merged, [...new Set([...names, ...keywordValues(merged, 'required').map(String)])])
      yield* objectsWith(merged, wanted, properties, context)
    }
    return
  }
  const entries0 = names.map((name) => [name, new Memo(draws(flat, name, context))] as const)
  const plain = entries0.map(([name, values]) => [name, values.at(0)] as const)
  if (plain.some(([, value]) => value === undefined)) return
  const entries = plain as readonly (readonly [string, Json])[]
  yield Object.fromEntries(entries)
  for (const [name, values] of entries0) {
    for (let at = 1; at < (context.alternatives ?? ALTERNATIVES); at++) {
      const other = values.at(at)
      if (other === undefined) break
      yield Object.fromEntries(entries.map(([key, value]) => [key, key === name ? other : value]))
    }
  }
}

function draws(flat: readonly SchemaNode[], name: string, context: DrawContext): Iterable<Json> {
  const nodes = nodesForProperty(flat, name)
  const meant = discriminatorNames(flat, name).filter((each) => nodes.every((node) => matches(node, each)))
  return meant.length > 0 ? meant : context.draw(nodes, inside(context))
}

/** Returns `names` and all names that `dependentRequired` requires for them. */
function withDependents(flat: readonly SchemaNode[], names: readonly string[]): string[] {
  const all = new Set(names)
  for (let size = -1; size !== all.size;) {
    size = all.size
    for (const { assertions } of flat) {
      for (const { beside, keyword } of assertions) {
        if (beside === undefined || !all.has(beside) || !isArray(keyword.value)) continue
        for (const needed of keyword.value) all.add(String(needed))
      }
    }
  }
  return [...all]
}

/**
 * Adds property names until there are `minProperties` of them: first declared names, then names that match a pattern,
 * then invented names.
 */
function filledUp(
  flat: readonly SchemaNode[],
  names: readonly string[],
  properties: readonly string[],
  context: DrawContext,
): string[] {
  const least = largest(flat, 'minProperties', 0)
  const all = new Set(names)
  const add = (more: Iterable<string>): void => {
    for (const name of more) {
      if (all.size >= least) return
      if (context.draw(nodesForProperty(flat, name), inside(context))[Symbol.iterator]().next().done !== true)
        all.add(name)
    }
  }
  add(properties)
  add(namesFor(flat, context))
  return [...all]
}

/**
 * Yields names for undeclared properties. If the schema has `propertyNames` or `patternProperties`, the names match it.
 */
export function* namesFor(flat: readonly SchemaNode[], context: DrawContext): Generator<string> {
  const naming = flat.flatMap((node) => node.propertyNames?.node ?? [])
  if (naming.length > 0) {
    for (const name of take(context.draw(naming, inside(context)), 50)) if (typeof name === 'string') yield name
  }
  for (const { patternProperties, schema, ...node } of flat) {
    for (const { pattern } of patternProperties) {
      const test = { pointer: '', name: 'pattern', group: 'rest', address: '', instance: '', certain: true } as const
      const keyword = { ...test, value: pattern.source, schema }
      const appliesTo = {
        ...node,
        patternProperties,
        schema,
        assertions: [{ keyword, appliesTo: 'string' as const, broken: () => [] }],
      }
      yield* take(drawStrings([appliesTo], context.seed), 20)
    }
  }
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') yield letter
  for (let number = 1; number < 100; number++) yield `extra${number}`
}

/** A list that reads an iterator lazily. */
class Memo {
  readonly #values: Json[] = []
  readonly #rest: Iterator<Json>

  constructor(values: Iterable<Json>) {
    this.#rest = values[Symbol.iterator]()
  }

  at(index: number): Json | undefined {
    while (this.#values.length <= index) {
      const next = this.#rest.next()
      if (next.done === true) return undefined
      this.#values.push(next.value)
    }
    return this.#values[index]
  }
}
