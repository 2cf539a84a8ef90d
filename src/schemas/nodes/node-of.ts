import type { Document } from '../../document/document.ts'
import type { Direction, Schema } from '../schema.ts'
import { buildNode } from './build-node.ts'
import { openSchema } from './open-schema.ts'
import type { SchemaNode } from './schema-node.ts'

const byAddress = new WeakMap<Document, Map<string, SchemaNode>>()
/**
 * The nodes, by the JavaScript object of their schema. Such an object is at only one address of a document, so its node
 * can be found without following references again.
 */
const byValue: Readonly<Record<Direction, WeakMap<object, SchemaNode>>> = {
  request: new WeakMap(),
  response: new WeakMap(),
}

/**
 * Returns the node of a schema, with all nodes below it. A node is built on first use, once for each address and
 * direction.
 */
export function nodeOf(schema: Schema, direction: Direction): SchemaNode {
  const { document, value } = schema
  const cached = typeof value === 'object' ? byValue[direction].get(value) : undefined
  if (cached !== undefined) return cached
  const known = byAddress.get(document) ?? new Map<string, SchemaNode>()
  byAddress.set(document, known)
  const { via, ...found } = openSchema(document, schema)
  // A dynamic anchor on the path changes the targets of dynamic references. Then a node of another path cannot be used.
  const isShared = via.every((each) => document.dynamicAnchors(each).size === 0)
  const key = `${direction} ${isShared ? found.address : schema.address}`
  const node = known.get(key) ?? buildNode(isShared ? { ...schema, ...found } : schema, direction)
  known.set(key, node)
  if (typeof value === 'object') byValue[direction].set(value, node)
  return node
}
