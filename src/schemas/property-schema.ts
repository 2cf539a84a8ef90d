import type { Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import type { Schema } from './schema.ts'

/** The schema of a member that an object schema always describes by this name, `$ref` and `allOf` followed. */
export function schemaAt(schema: Schema, name: string): Schema | undefined {
  const found = memberOf(partOf(schema, 'request'), name)
  return found && { ...found.schema, pointer: schema.pointer + found.schema.pointer }
}

function memberOf(part: Part, name: string): Part | undefined {
  return part.properties.get(name) ?? part.always.map((each) => memberOf(each, name)).find((each) => each !== undefined)
}
