import type { Document } from '../../document/document.ts'
import type { Direction, Schema } from '../schema.ts'
import { buildParts } from './build-nodes.ts'
import { openSchema } from './open-schema.ts'
import type { Part } from './schema-node.ts'

const built = new WeakMap<Document, Map<string, readonly Part[]>>()

/** Every part of a schema, breadth first; built on first use, once for each address and direction of a document. */
export function partsOf(schema: Schema, direction: Direction): readonly Part[] {
  const quick = typeof schema.value === 'object' ? quickly[direction].get(schema.value) : undefined
  if (quick !== undefined) return quick
  const parts = slowlyPartsOf(schema, direction)
  if (typeof schema.value === 'object') quickly[direction].set(schema.value, parts)
  return parts
}

/** By the schema object itself, which stands at one address of one document: no reference is followed again. */
const quickly: Readonly<Record<Direction, WeakMap<object, readonly Part[]>>> = {
  request: new WeakMap(),
  response: new WeakMap(),
}

function slowlyPartsOf(schema: Schema, direction: Direction): readonly Part[] {
  const { document } = schema
  const known = built.get(document) ?? new Map<string, readonly Part[]>()
  built.set(document, known)
  const found = openSchema(document, schema)
  const key = `${direction} ${found.address}`
  const parts = known.get(key) ?? buildParts({ ...schema, ...found }, direction)
  known.set(key, parts)
  return parts
}

/** The part that a schema itself is. */
export function partOf(schema: Schema, direction: Direction): Part {
  const [root] = partsOf(schema, direction)
  if (root === undefined) throw new Error(`no part was built for ${schema.address}`)
  return root
}
