import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'

/** Keys whose members are names that somebody chose: below them `default` or `example` is no keyword. */
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

/** Keys below which stand values, not parts of the document: a `$ref` there is data. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value', 'x-recipes', 'x-states', 'x-source'])

/**
 * Calls `visit` for every object of a file that is part of the document, data left out. What `visit` returns is walked
 * on and stands in the copy that comes back.
 */
export function walkDocument(
  value: Json,
  visit: (value: JsonObject, at: string, names: boolean) => JsonObject,
  at = '',
  names = false,
): Json {
  if (isArray(value)) return value.map((item, index) => walkDocument(item, visit, at + pointer(index)))
  if (!isObject(value)) return value
  const visited = visit(value, at, names)
  return Object.fromEntries(
    Object.entries(visited).map(([key, member]) => {
      const isName = names
      if (!isName && isData(key, member)) return [key, member]
      return [key, walkDocument(member, visit, at + pointer(key), !isName && NAME_MAPS.has(key))]
    }),
  )
}

function isData(key: string, member: Json): boolean {
  // A schema's `examples` is a list of values; a media type's is a map of Example Objects.
  return DATA.has(key) || (key === 'examples' && isArray(member))
}
