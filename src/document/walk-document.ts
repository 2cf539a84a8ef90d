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
const DATA = new Set(['example', 'default', 'enum', 'const', 'value', 'x-scenarios', 'x-states', 'x-source'])

/**
 * Called with an object of a file, its pointer, whether its keys are names that somebody chose, and whether it stands
 * in an extension: what that means only its author knows, unless something of the document refers to it.
 */
export type Visit = (value: JsonObject, at: string, names: boolean, extension: boolean) => JsonObject

/**
 * Calls `visit` for every object of a file that is part of the document, data left out. What `visit` returns is walked
 * on and stands in the copy that comes back.
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
