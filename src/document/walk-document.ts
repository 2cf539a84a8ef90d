import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'

/**
 * Keys whose value is a map with names that the author chose. Directly below them, `default` and `example` are such
 * names, not keywords.
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
  'paths',
  'webhooks',
  'content',
  'encoding',
  'variables',
  'mapping',
])

/** Keys whose value is data, so that an object `{ $ref: … }` below them is not a reference. */
const DATA = new Set([
  'example',
  'default',
  'enum',
  'const',
  'value',
  'x-scenarios',
  'x-states',
  'x-source',
  'x-refusals',
])

/**
 * Called for each object of a file. `value` is the object and `at` its JSON Pointer. `names` is true if the author
 * chose the object's keys, as in `properties`. `extension` is true inside an `x-` extension. The copy of the file
 * contains the returned object instead of `value`.
 */
export type Visit = (value: JsonObject, at: string, names: boolean, extension: boolean) => JsonObject

/**
 * Calls `visit` for every object of a file except data, such as examples and enum values. Returns a copy of the file in
 * which each object is replaced by the object that `visit` returned. The children of the returned object are visited
 * next.
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
