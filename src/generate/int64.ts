import { printLocation } from '../document/location.ts'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Int64Shape } from '../client/answers/int64-json.ts'
import { nodeOf } from '../schemas/nodes/node-of.ts'
import { nodesOfProperty, type SchemaNode } from '../schemas/nodes/schema-node.ts'
import type { Direction, Schema } from '../schemas/schema.ts'

/** The TypeScript form of 64-bit integers in generated code. */
export type Int64Form = 'number' | 'bigint' | 'string'

/**
 * True for the schema of a 64-bit integer. False for a schema with `enum` or `const`, because generated code contains
 * the values of these keywords as numbers.
 */
export function isInt64Schema(schema: Json): schema is JsonObject {
  if (!isObject(schema) || schema['format'] !== 'int64' || 'enum' in schema || 'const' in schema) return false
  const types = [schema['type']].flat()
  return types.includes('integer') && types.every((type) => type === 'integer' || type === 'null')
}

/**
 * Describes where a body contains 64-bit integers. The first entry is for the body. Each entry lists the indexes of the
 * entries for its properties and items. Returns undefined if the body has no such integers. Throws `not-generated` if a
 * value can be either a 64-bit integer or another number.
 */
export function int64Shapes(schema: Schema, direction: Direction, form: Int64Form): readonly Int64Shape[] | undefined {
  if (form === 'number') return undefined
  const shapes: Int64Shape[] = []
  const known = new Map<string, number>()
  const ids = new Map<SchemaNode, number>()
  const visit = (nodes: readonly SchemaNode[]): number => {
    const all = withSameValue(nodes)
    for (const node of all) if (!ids.has(node)) ids.set(node, ids.size)
    const key = all
      .map((node) => ids.get(node))
      .toSorted()
      .join()
    const found = known.get(key)
    if (found !== undefined) return found
    const index = shapes.push({}) - 1
    known.set(key, index)
    const isSelf = all.some(({ schema: { value } }) => isInt64Schema(value))
    if (isSelf) refuseMixed(all, form)
    const names = new Set(all.flatMap((node) => [...node.properties.keys()]))
    const properties = [...names].map(
      (name) => [name, visit(all.flatMap((node) => nodesOfProperty(node, name)))] as const,
    )
    const others = all.flatMap((node) => [
      ...node.patternProperties.map((each) => each.node),
      ...(node.additionalProperties === undefined ? [] : [node.additionalProperties]),
    ])
    const items = all.flatMap((node) => [...node.prefixItems, ...(node.items === undefined ? [] : [node.items])])
    shapes[index] = {
      ...(isSelf ? { is64: true } : {}),
      ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
      ...(others.length === 0 ? {} : { others: visit(others) }),
      ...(items.length === 0 ? {} : { items: visit(items) }),
    }
    return index
  }
  visit([nodeOf(schema, direction)])
  return shapes.some(({ is64 }) => is64 === true) ? shapes : undefined
}

/**
 * Returns the given schema nodes and all subschemas that can apply to the same value, such as the branches of `oneOf`.
 */
function withSameValue(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  const all = new Set<SchemaNode>()
  const waiting = [...nodes]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (all.has(node)) continue
    all.add(node)
    const { always, choices, condition, dependentSchemas } = node
    waiting.push(...always, ...choices.flatMap(({ branches }) => branches), ...dependentSchemas.values())
    for (const branch of [condition?.then, condition?.else]) if (branch !== undefined) waiting.push(branch)
  }
  return [...all]
}

/**
 * Throws `not-generated` if a client could not know whether to convert a value. This happens if one of the schemas also
 * allows other numbers. With the form `string`, it also happens if one of the schemas allows other strings.
 */
function refuseMixed(all: readonly SchemaNode[], form: Int64Form): void {
  const others = new Set(['integer', 'number', ...(form === 'string' ? ['string'] : [])])
  const other = all.find(({ schema: { value } }) => {
    const types = isObject(value) ? [value['type']].flat() : []
    return !isInt64Schema(value) && types.some((type) => typeof type === 'string' && others.has(type))
  })
  if (other === undefined) return
  throw refusedInt64(other.schema, `a value can be a 64-bit integer, or have another schema`)
}

/** Returns the error for a schema whose values generated code cannot convert to 64-bit integers. */
export function refusedInt64({ document, address }: Schema, what: string): ContractError {
  return new ContractError('not-generated', {
    what,
    where: printLocation(document.locate(address)),
    next: 'generate without --int64',
  })
}

/**
 * Returns the value of the keyword `int64` for a schema: the form of the 64-bit integer, its limits, and whether null
 * is allowed.
 */
export function int64Limits(schema: JsonObject, form: Int64Form): JsonObject {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, type } = schema
  const limits = { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }
  const given = Object.entries(limits).flatMap(([name, value]): [string, Json][] =>
    value === undefined ? [] : [[name, Number(value)]],
  )
  return { form, nullable: isArray(type) && type.includes('null'), ...Object.fromEntries(given) }
}
