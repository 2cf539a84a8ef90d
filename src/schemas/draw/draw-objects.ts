import { isArray, type Json } from '../../json.ts'
import { holds } from '../judge/find-mismatches.ts'
import { travellingNames, type Part } from '../nodes/schema-node.ts'
import { asksOf, largest } from './constraints.ts'
import { namesMeant } from './discriminated.ts'
import { inside, take, type DrawContext } from './draw-context.ts'
import { drawStrings } from './draw-scalars.ts'
import { flatten, partsOfName } from './flatten.ts'

/** How many values a member takes before its object is given up. */
const ALTERNATIVES = 4
const DEEPEST_OPTIONAL = 4

/** Objects that may keep every keyword about objects, smallest first; who asks for them checks. */
export function* drawObjects(flat: readonly Part[], context: DrawContext): Generator<Json> {
  const properties = travellingNames(flat)
  const optional = properties.filter((name) =>
    partsOfName(flat, name).every((each) => context.heights.of(each) < Infinity),
  )
  const required = withDependents(flat, [
    ...new Set([...asksOf(flat, 'required').map(String), ...(context.names ?? [])]),
  ])
  const generous = context.optional === 'all' && context.depth <= DEEPEST_OPTIONAL
  const all = withDependents(flat, [...new Set([...required, ...optional])])
  const sets = generous ? [all, required] : [required, all]
  for (const names of sets) yield* objectsWith(flat, names, properties, context)
}

function* objectsWith(
  flat: readonly Part[],
  chosen: readonly string[],
  properties: readonly string[],
  context: DrawContext,
): Generator<Json> {
  const names = filledUp(flat, chosen, properties, context)
  const triggered = flat.flatMap((part) => names.flatMap((name) => part.dependentSchemas.get(name) ?? []))
  if (triggered.some((part) => !flat.includes(part))) {
    for (const more of take(flatten([...flat, ...triggered], context.heights), 10)) {
      // Branches of what already applies are chosen: only what the names trigger is new.
      const merged = [...new Set([...flat, ...more.filter((part) => !flat.includes(part))])]
      const wanted = withDependents(merged, [...new Set([...names, ...asksOf(merged, 'required').map(String)])])
      yield* objectsWith(merged, wanted, properties, context)
    }
    return
  }
  const members = names.map((name) => [name, new Memo(draws(flat, name, context))] as const)
  const plain = members.map(([name, values]) => [name, values.at(0)] as const)
  if (plain.some(([, value]) => value === undefined)) return
  const entries = plain as readonly (readonly [string, Json])[]
  yield Object.fromEntries(entries)
  for (const [name, values] of members) {
    for (let at = 1; at < ALTERNATIVES; at++) {
      const other = values.at(at)
      if (other === undefined) break
      yield Object.fromEntries(entries.map(([key, value]) => [key, key === name ? other : value]))
    }
  }
}

function draws(flat: readonly Part[], name: string, context: DrawContext): Iterable<Json> {
  const parts = partsOfName(flat, name)
  const meant = namesMeant(flat, name).filter((each) => parts.every((part) => holds(part, each)))
  return meant.length > 0 ? meant : context.draw(parts, inside(context))
}

/** Names and those that `dependentRequired` then asks for. */
function withDependents(flat: readonly Part[], names: readonly string[]): string[] {
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

/** Names until there are as many as `minProperties` asks for: known ones, then such as a pattern allows, then others. */
function filledUp(
  flat: readonly Part[],
  names: readonly string[],
  properties: readonly string[],
  context: DrawContext,
): string[] {
  const least = largest(flat, 'minProperties', 0)
  const all = new Set(names)
  const add = (more: Iterable<string>): void => {
    for (const name of more) {
      if (all.size >= least) return
      if (context.draw(partsOfName(flat, name), inside(context))[Symbol.iterator]().next().done !== true) all.add(name)
    }
  }
  add(properties)
  add(namesFor(flat, context))
  return [...all]
}

/** Names that no schema gives: such as keep `propertyNames` and match a pattern. */
export function* namesFor(flat: readonly Part[], context: DrawContext): Generator<string> {
  const naming = flat.flatMap((part) => part.propertyNames?.part ?? [])
  if (naming.length > 0) {
    for (const name of take(context.draw(naming, inside(context)), 50)) if (typeof name === 'string') yield name
  }
  for (const { patternProperties, schema, ...part } of flat) {
    for (const { pattern } of patternProperties) {
      const test = { pointer: '', name: 'pattern', group: 'rest', address: '', instance: '', certain: true } as const
      const keyword = { ...test, value: pattern.source, schema }
      const asked = {
        ...part,
        patternProperties,
        schema,
        assertions: [{ keyword, asked: 'string' as const, broken: () => [] }],
      }
      yield* take(drawStrings([asked], context.seed), 20)
    }
  }
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') yield letter
  for (let number = 1; number < 100; number++) yield `extra${number}`
}

/** Values of an iteration by position, each drawn once. */
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
