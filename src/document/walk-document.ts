import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { pointer } from './json-pointer.ts'

/** Keys with a map of names. In it, `default` or `example` is a name and not a keyword. */
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

/** Keys with data. `{ $ref: … }` in data is not a reference. */
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
 * Called for each object of a file with its JSON Pointer. `names` is true if the keys are names, as in `properties`.
 * `extension` is true inside an extension such as `x-foo`. The result replaces `value`.
 */
export type Visit = (value: JsonObject, at: string, names: boolean, extension: boolean) => JsonObject

/**
 * Calls `visit` for every object of a file except data, such as examples, and returns the changed file. Shares
 * unchanged parts with `value`. Visits the children of returned objects next.
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
