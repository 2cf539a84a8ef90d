import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'

/**
 * Keys whose value is a map. The author of the document chose the keys of this map, so `default` or `example` in it is
 * a name and not a keyword.
 */
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
  'mediaTypes',
  'additionalOperations',
  'paths',
  'webhooks',
  'content',
  'encoding',
  'variables',
  'mapping',
])

/** Keys whose value is data. An object `{ $ref: … }` in the data is not a reference. */
const DATA = new Set([
  'example',
  'default',
  'enum',
  'const',
  'value',
  'dataValue',
  'x-scenarios',
  'x-states',
  'x-source',
  'x-refusals',
])

/**
 * A function that is called for each object of a file. `value` is the object and `at` its JSON Pointer. `names` is true
 * if the author chose the keys of the object, as in `properties`. `extension` is true inside an `x-` extension. In the
 * copy of the file, the returned object replaces `value`.
 */
export type Visit = (value: JsonObject, at: string, names: boolean, extension: boolean) => JsonObject

/**
 * Calls `visit` for every object of a file, but not for data such as examples and enum values. Returns a copy of the
 * file that contains the objects returned by `visit`. The children of a returned object are visited next.
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
  // In a schema, `examples` is a list of values. In a media type, it is a map of Example Objects.
  return DATA.has(key) || (key === 'examples' && isArray(member))
}
