import { nodeOfItem, type SchemaNode } from './nodes/schema-node.ts'
import { nodeOf } from './nodes/node-of.ts'
import type { Schema } from './schema.ts'

/**
 * Returns the schema of the property `name` in `properties`. Follows `$ref` and `allOf`. Returns undefined if the
 * property is not declared.
 */
export function propertySchema(schema: Schema, name: string): Schema | undefined {
  return schemaOf(schema, propertyNode(nodeOf(schema, 'request'), name))
}

/**
 * Returns the schema in `additionalProperties`. Follows `$ref` and `allOf`. Returns undefined if the keyword is absent.
 */
export function additionalSchema(schema: Schema): Schema | undefined {
  return schemaOf(schema, additionalNode(nodeOf(schema, 'request')))
}

function schemaOf(schema: Schema, found: SchemaNode | undefined): Schema | undefined {
  return found && { ...found.schema, pointer: schema.pointer + found.schema.pointer }
}

function propertyNode(node: SchemaNode, name: string): SchemaNode | undefined {
  return (
    node.properties.get(name) ?? node.always.map((each) => propertyNode(each, name)).find((each) => each !== undefined)
  )
}

function additionalNode(node: SchemaNode): SchemaNode | undefined {
  return node.additionalProperties ?? node.always.map(additionalNode).find((each) => each !== undefined)
}

/**
 * Returns the schema of the first item of a list. Follows `$ref` and `allOf`. Returns undefined if there is no such
 * schema.
 */
export function itemSchema(schema: Schema): Schema | undefined {
  return schemaOf(schema, itemNode(nodeOf(schema, 'response')))
}

function itemNode(node: SchemaNode): SchemaNode | undefined {
  return nodeOfItem(node, 0) ?? node.always.map(itemNode).find((each) => each !== undefined)
}
