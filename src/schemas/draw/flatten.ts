import { isArray, isObject, type Json } from '../../json.ts'
import { matches } from '../judge/find-mismatches.ts'
import { nodeOfItem, nodesOfProperty, type SchemaNode } from '../nodes/schema-node.ts'
import { nodeOf } from '../nodes/node-of.ts'
import { subtypesOf } from '../nodes/subtypes.ts'
import type { MinimumDepths } from './minimum-depths.ts'

/**
 * Yields every combination of branches of `oneOf`, `anyOf`, `if` and subtypes. A combination lists all schemas that
 * apply to one value. Combinations whose values have little nesting come first.
 */
export function* flatten(
  nodes: readonly SchemaNode[],
  depths: MinimumDepths,
  done: readonly SchemaNode[] = [],
): Generator<readonly SchemaNode[]> {
  const [node, ...rest] = nodes
  if (node === undefined) {
    yield done
    return
  }
  if (done.includes(node)) {
    yield* flatten(rest, depths, done)
    return
  }
  const others = [...done, ...rest]
  for (const option of optionsOf(node, depths, others)) {
    yield* flatten([...node.always, ...option, ...rest], depths, [...done, node])
  }
}

function* optionsOf(
  node: SchemaNode,
  depths: MinimumDepths,
  others: readonly SchemaNode[],
): Generator<readonly SchemaNode[]> {
  const lists: (readonly SchemaNode[])[][] = node.choices.map(({ branches }) =>
    [...branches].sort((one, other) => depths.of(one) - depths.of(other)).map((each) => [each]),
  )
  const { condition } = node
  if (condition !== undefined) {
    const then = condition.then === undefined ? [condition.if] : [condition.if, condition.then]
    lists.push([then, condition.else === undefined ? [] : [condition.else]])
  }
  const subtypes = subtypesOf(node.schema)
  if (subtypes !== undefined) {
    const found = [...subtypes.byName.values()]
    const isChosen = found.some(({ address }) => [node, ...others].some((other) => other.schema.address === address))
    if (!isChosen) lists.push(found.map((each) => [nodeOf({ ...node.schema, ...each, pointer: '' }, node.direction)]))
  }
  yield* product(lists)
}

function* product(lists: readonly (readonly SchemaNode[])[][]): Generator<readonly SchemaNode[]> {
  const [first, ...rest] = lists
  if (first === undefined) {
    yield []
    return
  }
  for (const one of first) for (const others of product(rest)) yield [...one, ...others]
}

/**
 * Returns all schemas that apply to a value: `nodes`, the schemas to which their `$ref` and `allOf` lead, and those
 * branches and conditional schemas that match the value.
 */
export function applicable(nodes: readonly SchemaNode[], value: Json): SchemaNode[] {
  const found = new Set<SchemaNode>()
  const visit = (node: SchemaNode): void => {
    if (found.has(node)) return
    found.add(node)
    node.always.forEach(visit)
    for (const { branches } of node.choices) branches.filter((each) => matches(each, value)).forEach(visit)
    if (node.condition !== undefined) {
      const branch = matches(node.condition.if, value) ? node.condition.then : node.condition.else
      if (branch !== undefined) visit(branch)
    }
    if (isObject(value)) for (const [name, each] of node.dependentSchemas) if (Object.hasOwn(value, name)) visit(each)
  }
  nodes.forEach(visit)
  return [...found]
}

/**
 * Returns the schemas that apply to the property `name` of an object. `flat` lists the schemas that apply to this
 * object.
 */
export function nodesForProperty(flat: readonly SchemaNode[], name: string): SchemaNode[] {
  const named = flat.flatMap((node) => nodesOfProperty(node, name))
  return named.length > 0 ? named : flat.flatMap((node) => node.unevaluatedProperties ?? [])
}

/**
 * Returns the schemas that apply to the item at `index` of an array. `flat` lists the schemas that apply to this array.
 */
export function nodesForItem(flat: readonly SchemaNode[], index: number): SchemaNode[] {
  const named = flat.flatMap((node) => nodeOfItem(node, index) ?? [])
  return named.length > 0 ? named : flat.flatMap((node) => node.unevaluatedItems ?? [])
}

/**
 * Returns the schemas that apply to the property or item at `path`. `nodes` are the schemas that apply to the whole
 * value.
 */
export function nodesAt(
  nodes: readonly SchemaNode[],
  value: Json | undefined,
  path: readonly string[],
): readonly SchemaNode[] {
  const [token, ...rest] = path
  if (token === undefined || value === undefined) return nodes
  const flat = applicable(nodes, value)
  if (isArray(value)) return nodesAt(nodesForItem(flat, Number(token)), value[Number(token)] ?? null, rest)
  return nodesAt(nodesForProperty(flat, token), isObject(value) ? (value[token] ?? null) : null, rest)
}
