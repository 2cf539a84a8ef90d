import { decodeScalar } from '../../invariants/decode-scalar.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { ResponseHeader } from '../../operations/operation.ts'
import { parseParameter } from '../../operations/read/parse-parameter.ts'
import { nodeOf } from '../../schemas/nodes/node-of.ts'
import { nodeOfItem, nodesOfProperty, type SchemaNode } from '../../schemas/nodes/schema-node.ts'
import { typesOf } from '../../schemas/types-of.ts'

/** Converts the text of a header to the type that its schema requires. OpenAPI 3.1.1 §4.8.21, style `simple`. */
export function decodeHeaderText(text: string, header: ResponseHeader): Json {
  const { schema, contentType } = header
  const value = parseParameter({ ...header, in: 'header', style: 'simple' }, text) ?? text
  if (schema === undefined || contentType !== undefined) return value
  return decoded(value, flat(nodeOf(schema, 'response')))
}

function decoded(value: Json, nodes: readonly SchemaNode[]): Json {
  if (typeof value === 'string')
    return decodeScalar(value, [...new Set(nodes.flatMap(({ schema }) => typesOf(schema)))])
  if (isArray(value)) {
    return value.map((item, index) =>
      decoded(
        item,
        nodes.flatMap((node) => below(nodeOfItem(node, index))),
      ),
    )
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, property]) => [
      name,
      decoded(property, nodes.flatMap((node) => nodesOfProperty(node, name)).flatMap(flat)),
    ]),
  )
}

const below = (node: SchemaNode | undefined): readonly SchemaNode[] => (node === undefined ? [] : flat(node))

/** Returns a schema and all other schemas that its values must match, such as those in `allOf`. */
function flat(node: SchemaNode): readonly SchemaNode[] {
  return [node, ...node.always.flatMap(flat)]
}
