import type { HeaderShape, Scalar } from '../client/answers/decode-header.ts'
import { isJsonType } from '../client/requests/serialize-parameter.ts'
import type { Parameter, ResponseHeader } from '../operations/operation.ts'
import { isInt64Schema, type Int64Form } from './int64.ts'
import { nodeOf } from '../schemas/nodes/node-of.ts'
import { nodeOfItem, nodesOfProperty, travellingNames, type SchemaNode } from '../schemas/nodes/schema-node.ts'
import { typesOf } from '../schemas/types-of.ts'

/**
 * Returns the way in which a client decodes a header. It depends on the schema of the header and the schemas that this
 * schema references.
 */
export function headerShape(
  { schema, explode, contentType }: ResponseHeader,
  int64: Int64Form = 'number',
): HeaderShape {
  const scalarOf = (nodes: readonly SchemaNode[]): Scalar => scalarFor(nodes, int64)
  if (contentType !== undefined) return isJsonType(contentType) ? 'json' : 'text'
  if (schema === undefined) return 'text'
  const nodes = flat(nodeOf(schema, 'response'))
  const types = nodes.flatMap((node) => typesOf(node.schema))
  if (types.includes('array')) {
    const items = nodes.flatMap((node) => nodeOfItem(node, 0) ?? [])
    return { items: scalarOf(items.flatMap(flat)) }
  }
  if (!types.includes('object')) return scalarOf(nodes)
  const typeOf = (name: string): Scalar => scalarOf(nodes.flatMap((node) => nodesOfProperty(node, name)).flatMap(flat))
  const properties = Object.fromEntries(travellingNames(nodes).map((name) => [name, typeOf(name)]))
  const others = scalarOf(nodes.flatMap(({ additionalProperties: node }) => (node === undefined ? [] : flat(node))))
  return { properties, others, explode }
}

/** True if a parameter can only be a string, number, boolean or null. */
export function isScalar({ schema }: Parameter): boolean {
  const types = schema === undefined ? [] : flat(nodeOf(schema, 'request')).flatMap((node) => typesOf(node.schema))
  return types.length > 0 && !types.includes('array') && !types.includes('object')
}

function scalarFor(nodes: readonly SchemaNode[], int64: Int64Form): Scalar {
  if (int64 !== 'number' && nodes.some(({ schema }) => isInt64Schema(schema.value)))
    return int64 === 'bigint' ? 'bigint' : 'text'
  const types = nodes.flatMap(({ schema }) => typesOf(schema))
  if (types.includes('integer') || types.includes('number')) return 'number'
  return types.includes('boolean') ? 'boolean' : 'text'
}

/** Returns a schema and all other schemas that its values must match, such as the items of `allOf`. */
function flat(node: SchemaNode): readonly SchemaNode[] {
  return [node, ...node.always.flatMap(flat)]
}
