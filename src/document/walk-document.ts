import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'

/** Keys whose value is a map of names. In such a map, `default` or `example` is a name and not a keyword. */
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

/** Keys whose value is data. In data, `{ $ref: … }` is not a reference. */
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
 * A function that is called for each object of a file. Its result replaces the object. `at` is the JSON Pointer of the
 * object. `names` is true if the keys of the object are names, as in `properties`. `extension` is true inside an
 * extension such as `x-foo`.
 */
export type Visit = (value: JsonObject, at: string, names: boolean, extension: boolean) => JsonObject

/**
 * Calls `visit` for every object of a file, except in data such as examples. Continues with the children of the object
 * that `visit` returned. Returns the changed file. The result shares its unchanged parts with `value`.
 */
export function walkDocument(value: Json, visit: Visit, at = '', names = false, extension = false): Json {
  if (isArray(value)) {
    const walked = value.map((item, index) =>
      typeof item === 'object' ? walkDocument(item, visit, `${at}/${index}`, false, extension) : item,
    )
    return walked.some((item, index) => item !== value[index]) ? walked : value
  }
  if (!isObject(value)) return value
  const visited = visit(value, at, names, extension)
  let copy: Record<string, Json> | undefined
  for (const [key, member] of Object.entries(visited)) {
    if (typeof member !== 'object' || member === null || (!names && isData(key, member))) continue
    const isExtension = extension || (!names && key.startsWith('x-'))
    const walked = walkDocument(member, visit, at + pointer(key), !names && NAME_MAPS.has(key), isExtension)
    if (walked !== member) (copy ??= { ...visited })[key] = walked
  }
  return copy ?? visited
}

function isData(key: string, member: Json): boolean {
  // In a schema, `examples` is a list of values. In a media type, it is a map of Example Objects.
  return DATA.has(key) || (key === 'examples' && isArray(member))
}
