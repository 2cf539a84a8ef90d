import { pointer, tokens } from '../../document/json-pointer.ts'
import { asObject, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Direction } from '../../schemas/schema.ts'

/**
 * A document with separate component schemas for requests and for responses. Each contains only the properties that are
 * allowed in that direction.
 */
export interface SplitDocument {
  readonly root: JsonObject
  /**
   * The components that requests need in another form than responses: the key is the component for responses, the value
   * is its copy for requests.
   */
  readonly forRequests: ReadonlyMap<string, string>
}

/**
 * Removes `readOnly` properties from request schemas, and `writeOnly` properties from all other schemas (OpenAPI 3.1.1
 * §4.8.24). If a component needs both forms, it gets a copy for requests, named `…Writable`. Every `$ref` in the
 * document must lead to one of the document's components.
 */
export function splitOneWay(document: JsonObject): SplitDocument {
  const schemas = asObject(asObject(document['components'])['schemas'])
  const forRequests = new Map<string, string>()
  const added: Record<string, Json> = {}
  const isOneWay = oneWayFinder(schemas)

  const requestName = (name: string): string => {
    const known = forRequests.get(name)
    if (known !== undefined) return known
    let own = `${name}Writable`
    while (Object.hasOwn(schemas, own) || Object.hasOwn(added, own)) own = `${own}_`
    forRequests.set(name, own)
    added[own] = null
    added[own] = inDirection(schemas[name] ?? {}, 'request')
    return own
  }

  const referenceIn = (reference: Json, direction: Direction): Json => {
    const name = typeof reference === 'string' ? componentName(reference) : undefined
    if (direction !== 'request' || name === undefined || !isOneWay(name)) return reference
    return `#${pointer('components', 'schemas', requestName(name))}`
  }

  const inDirection = (schema: Json, direction: Direction, hiddenAbove: ReadonlySet<string> = new Set()): Json => {
    if (isArray(schema)) return schema.map((each) => inDirection(each, direction, hiddenAbove))
    if (!isObject(schema)) return schema
    const hidden = new Set([...hiddenAbove, ...hiddenNames(schema, schemas, direction)])
    const entries = Object.entries(schema).map(([key, value]): [string, Json] => {
      if (LITERAL.has(key)) return [key, value]
      if (key === '$ref') return [key, referenceIn(value, direction)]
      if (key === 'required' && isArray(value)) return [key, value.filter((name) => !hidden.has(String(name)))]
      if (key === 'properties' && isObject(value))
        return [key, mapValues(omit(value, hidden), (each) => inDirection(each, direction))]
      if (key === 'discriminator' && isObject(value) && isObject(value['mapping']))
        return [key, { ...value, mapping: mapValues(value['mapping'], (each) => referenceIn(each, direction)) }]
      if (SAME_VALUE.has(key)) return [key, inDirection(value, direction, hidden)]
      return [
        key,
        isObject(value) && MAPS.has(key)
          ? mapValues(value, (each) => inDirection(each, direction))
          : inDirection(value, direction),
      ]
    })
    return Object.fromEntries(entries)
  }

  const walk = (node: Json, direction: Direction): Json => {
    if (isArray(node)) return node.map((each) => walk(each, direction))
    if (!isObject(node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]): [string, Json] => {
        if (key === 'schema') return [key, inDirection(value, direction)]
        if (key === 'example' || key === 'examples') return [key, value]
        if (key === 'requestBody' || key === 'requestBodies' || key === 'parameters')
          return [key, walk(value, 'request')]
        return [key, walk(value, key === 'responses' ? 'response' : direction)]
      }),
    )
  }

  const { components, ...rest } = document
  const { schemas: _schemas, ...others } = asObject(components)
  const walked = walk({ ...rest, components: others }, 'response') as JsonObject
  const responses = mapValues(schemas, (each) => inDirection(each, 'response'))
  const all = { ...responses, ...added }
  const own = { ...asObject(walked['components']), ...(Object.keys(all).length === 0 ? {} : { schemas: all }) }
  return { root: { ...walked, ...(components === undefined ? {} : { components: own }) }, forRequests }
}

/** The keywords whose values contain no schemas. */
const LITERAL = new Set(['enum', 'const', 'default', 'example', 'examples'])
/** The keywords whose schemas apply to the same value as the schema that contains them. */
const SAME_VALUE = new Set(['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'])
/** The keywords whose value maps names to schemas. */
const MAPS = new Set(['patternProperties', 'dependentSchemas', '$defs'])

/**
 * Returns a function that tests a component. It returns true if the component, or a component that it references, has a
 * `readOnly` or `writeOnly` property.
 */
function oneWayFinder(schemas: JsonObject): (name: string) => boolean {
  const known = new Map<string, boolean>()
  const found = (node: Json, seen: Set<string>): boolean => {
    if (isArray(node)) return node.some((each) => found(each, seen))
    if (!isObject(node)) return false
    if (node['readOnly'] === true || node['writeOnly'] === true) return true
    return Object.entries(node).some(([key, value]) => {
      if (LITERAL.has(key)) return false
      const name = key === '$ref' && typeof value === 'string' ? componentName(value) : undefined
      if (name === undefined) return found(value, seen)
      if (seen.has(name)) return false
      seen.add(name)
      return found(schemas[name] ?? null, seen)
    })
  }
  return (name) => {
    const isFound = known.get(name) ?? found(schemas[name] ?? null, new Set([name]))
    known.set(name, isFound)
    return isFound
  }
}

/**
 * Lists the properties of a schema that are not sent in the given direction. Includes the properties in its `allOf` and
 * behind its `$ref`s.
 */
function hiddenNames(schema: JsonObject, schemas: JsonObject, direction: Direction): string[] {
  const marker = direction === 'request' ? 'readOnly' : 'writeOnly'
  return sameValue(schema, schemas).flatMap((each) =>
    Object.entries(asObject(each['properties'])).flatMap(([name, property]) =>
      sameValue(property, schemas).some((one) => one[marker] === true) ? [name] : [],
    ),
  )
}

/** Returns a schema and all other schemas that its values must match: targets of `$ref`, and items of `allOf`. */
function sameValue(schema: Json, schemas: JsonObject, seen = new Set<Json>()): JsonObject[] {
  if (!isObject(schema) || seen.has(schema)) return []
  seen.add(schema)
  const { $ref, allOf } = schema
  const name = typeof $ref === 'string' ? componentName($ref) : undefined
  const below = [...(name === undefined ? [] : [schemas[name] ?? null]), ...(isArray(allOf) ? allOf : [])]
  return [schema, ...below.flatMap((each) => sameValue(each, schemas, seen))]
}

function componentName(reference: string): string | undefined {
  const [first, second, name, ...deeper] = reference.startsWith('#/') ? tokens(reference.slice(1)) : []
  return first === 'components' && second === 'schemas' && deeper.length === 0 ? name : undefined
}

function omit(value: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)))
}

function mapValues(value: JsonObject, change: (each: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each)]))
}
