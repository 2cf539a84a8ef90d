import { isArray, isObject, type Json } from '../../json.ts'
import { holds } from '../judge/find-mismatches.ts'
import { partOfItem, partsOfMember, type Part } from '../nodes/schema-node.ts'
import { partOf } from '../nodes/nodes-of.ts'
import { subtypesOf } from '../nodes/subtypes.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/** Every way to choose among branches, as the parts that then apply to one value, cheapest first. */
export function* flatten(
  parts: readonly Part[],
  heights: MinimumDepths,
  done: readonly Part[] = [],
): Generator<readonly Part[]> {
  const [part, ...rest] = parts
  if (part === undefined) {
    yield done
    return
  }
  if (done.includes(part)) {
    yield* flatten(rest, heights, done)
    return
  }
  const others = [...done, ...rest]
  for (const option of optionsOf(part, heights, others)) {
    yield* flatten([...part.always, ...option, ...rest], heights, [...done, part])
  }
}

function* optionsOf(part: Part, heights: MinimumDepths, others: readonly Part[]): Generator<readonly Part[]> {
  const lists: (readonly Part[])[][] = part.choices.map(({ branches }) =>
    [...branches].sort((one, other) => heights.of(one) - heights.of(other)).map((each) => [each]),
  )
  const { condition } = part
  if (condition !== undefined) {
    const then = condition.then === undefined ? [condition.if] : [condition.if, condition.then]
    lists.push([then, condition.else === undefined ? [] : [condition.else]])
  }
  const subtypes = subtypesOf(part.schema)
  if (subtypes !== undefined) {
    const found = [...subtypes.byName.values()]
    const isChosen = found.some(({ address }) => [part, ...others].some((other) => other.schema.address === address))
    if (!isChosen) lists.push(found.map((each) => [partOf({ ...part.schema, ...each, pointer: '' }, part.direction)]))
  }
  yield* product(lists)
}

function* product(lists: readonly (readonly Part[])[][]): Generator<readonly Part[]> {
  const [first, ...rest] = lists
  if (first === undefined) {
    yield []
    return
  }
  for (const one of first) for (const others of product(rest)) yield [...one, ...others]
}

/** The parts that do apply to a value, once `$ref`, `allOf`, branches and conditions are followed. */
export function applicable(parts: readonly Part[], value: Json): Part[] {
  const found = new Set<Part>()
  const visit = (part: Part): void => {
    if (found.has(part)) return
    found.add(part)
    part.always.forEach(visit)
    for (const { branches } of part.choices) branches.filter((each) => holds(each, value)).forEach(visit)
    if (part.condition !== undefined) {
      const branch = holds(part.condition.if, value) ? part.condition.then : part.condition.else
      if (branch !== undefined) visit(branch)
    }
    if (isObject(value)) for (const [name, each] of part.dependentSchemas) if (Object.hasOwn(value, name)) visit(each)
  }
  parts.forEach(visit)
  return [...found]
}

/** What judges a member, among parts that apply to its object. */
export function partsOfName(flat: readonly Part[], name: string): Part[] {
  const named = flat.flatMap((part) => partsOfMember(part, name))
  return named.length > 0 ? named : flat.flatMap((part) => part.unevaluatedProperties ?? [])
}

/** What judges an item, among parts that apply to its array. */
export function partsOfIndex(flat: readonly Part[], index: number): Part[] {
  const named = flat.flatMap((part) => partOfItem(part, index) ?? [])
  return named.length > 0 ? named : flat.flatMap((part) => part.unevaluatedItems ?? [])
}

/** What judges the value at a pointer's tokens, below parts that judge the whole. */
export function partsAt(parts: readonly Part[], value: Json | undefined, path: readonly string[]): readonly Part[] {
  const [token, ...rest] = path
  if (token === undefined || value === undefined) return parts
  const flat = applicable(parts, value)
  if (isArray(value)) return partsAt(partsOfIndex(flat, Number(token)), value[Number(token)] ?? null, rest)
  return partsAt(partsOfName(flat, token), isObject(value) ? (value[token] ?? null) : null, rest)
}
