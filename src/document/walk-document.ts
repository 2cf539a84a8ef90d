import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'

/** Keys of maps whose names the author chose: below them, `default` and `example` are names, not keywords. */
const NAME_MAPS = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'definitions',
  '$defs',
  'schemas',
  'responses',
  'parameters',
  'requestBodies',
  'headers',
  'examples',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
  'paths',
  'webhooks',
  'content',
  'encoding',
  'variables',
  'mapping',
])

/** Keys whose value is data: an object `{ $ref: … }` below them is data too, not a reference. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value', 'x-scenarios', 'x-states', 'x-source'])

/**
 * Called for each object of a file with: the object; its JSON Pointer; `names`, which is true if the author chose its
 * keys (such as the names below `properties`); and `extension`, which is true inside an `x-` extension. Returns the
 * object that replaces it in the copy.
 */
export type Visit = (value: JsonObject, at: string, names: boolean, extension: boolean) => JsonObject

/**
 * Calls `visit` for every object of a file except data (examples, enum values and the like). Returns a copy in which
 * each object is replaced by what `visit` returned; the walk continues in the replacement.
 */
export function walkDocument(value: Json, visit: Visit, at = '', names = false, extension = false): Json {
  if (isArray(value)) {
    return value.map((item, index) => walkDocument(item, visit, at + pointer(index), false, extension))
  }
  if (!isObject(value)) return value
  const visited = visit(value, at, names, extension)
  return Object.fromEntries(
    Object.entries(visited).map(([key, member]) => {
      if (!names && isData(key, member)) return [key, member]
      const isExtension = extension || (!names && key.startsWith('x-'))
      return [key, walkDocument(member, visit, at + pointer(key), !names && NAME_MAPS.has(key), isExtension)]
    }),
  )
}

function isData(key: string, member: Json): boolean {
  // A schema's `examples` is a list of values; a media type's is a map of Example Objects.
  return DATA.has(key) || (key === 'examples' && isArray(member))
}
