import type { SchemaNode } from './nodes/schema-node.ts'
import { nodeOf } from './nodes/node-of.ts'
import type { Schema } from './schema.ts'

/**
 * Returns the schema that always applies to the property `name`, found through `properties`, `$ref` and `allOf`.
 * Returns undefined if the schema has no such property.
 */
export function propertySchema(schema: Schema, name: string): Schema | undefined {
  const found = propertyNode(nodeOf(schema, 'request'), name)
  return found && { ...found.schema, pointer: schema.pointer + found.schema.pointer }
}

function propertyNode(node: SchemaNode, name: string): SchemaNode | undefined {
  return (
    node.properties.get(name) ?? node.always.map((each) => propertyNode(each, name)).find((each) => each !== undefined)
  )
}
