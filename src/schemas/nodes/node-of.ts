import type { Document } from '../../document/document.ts'
import type { Direction, Schema } from '../schema.ts'
import { buildNode } from './build-node.ts'
import { openSchema } from './open-schema.ts'
import type { SchemaNode } from './schema-node.ts'

const byAddress = new WeakMap<Document, Map<string, SchemaNode>>()
/** Cache of nodes. The key is the JavaScript object of the schema, so that a lookup does not follow references. */
const byValue: Readonly<Record<Direction, WeakMap<object, SchemaNode>>> = {
  request: new WeakMap(),
  response: new WeakMap(),
}

/**
 * Returns the node of a schema, with all nodes below it. Builds them on the first call for an address and direction.
 */
export function nodeOf(schema: Schema, direction: Direction): SchemaNode {
  const { document, value } = schema
  const cached = typeof value === 'object' ? byValue[direction].get(value) : undefined
  if (cached !== undefined) return cached
  const known = byAddress.get(document) ?? new Map<string, SchemaNode>()
  byAddress.set(document, known)
  const { via, ...found } = openSchema(document, schema)
  // The path that leads to a schema may contain dynamic anchors. They decide where the dynamic references in the schema
  // point to. A cached node would therefore be wrong for another path.
  const isShared = via.every((each) => document.dynamicAnchors(each).size === 0)
  const key = `${direction} ${isShared ? found.address : schema.address}`
  const node = known.get(key) ?? buildNode(isShared ? { ...schema, ...found } : schema, direction)
  known.set(key, node)
  if (typeof value === 'object') byValue[direction].set(value, node)
  return node
}
