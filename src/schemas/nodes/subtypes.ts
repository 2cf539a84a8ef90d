import { childOf, type Address, type Document } from '../../document/document.ts'
import { asObject, isArray, isObject, type JsonObject } from '../../json.ts'
import type { Schema } from '../schema.ts'
import { mappedAddress } from './discriminator.ts'
import { schemaAt, referenceTarget, type FoundSchema } from './follow-reference.ts'

/**
 * The schemas that extend a schema with a discriminator. A value of the property `property` selects one of them.
 * OpenAPI 3.1.1 §4.8.25.
 */
export interface Subtypes {
  readonly property: string
  /** The schemas, by the name that selects them. Names in `mapping` come first, followed by component names. */
  readonly byName: ReadonlyMap<string, FoundSchema>
}

const known = new WeakMap<JsonObject, Subtypes | undefined>()

/**
 * Returns the subtypes of a schema with a discriminator. Returns undefined if the schema has a `oneOf` or `anyOf`,
 * because the discriminator then selects a branch.
 */
export function subtypesOf(schema: Schema): Subtypes | undefined {
  const { value } = schema
  if (!isObject(value) || !isObject(value['discriminator'])) return undefined
  if (!known.has(value)) known.set(value, readSubtypes(schema, value, value['discriminator']))
  return known.get(value)
}

function readSubtypes(schema: Schema, value: JsonObject, { propertyName, mapping }: JsonObject): Subtypes | undefined {
  if (typeof propertyName !== 'string' || value['oneOf'] !== undefined || value['anyOf'] !== undefined) return undefined
  const { document, address } = schema
  const byName = new Map<string, FoundSchema>()
  for (const [name, means] of Object.entries(asObject(mapping))) {
    const target = mappedAddress(schema, String(means))
    const found = target === undefined ? undefined : schemaAt(document, target)
    if (found !== undefined) byName.set(name, found)
  }
  for (const [name, found] of componentsOn(document, address)) if (!byName.has(name)) byName.set(name, found)
  return byName.size === 0 ? undefined : { property: propertyName, byName }
}

/** Returns the components that extend the schema: their `allOf` references it. */
function componentsOn(document: Document, base: Address): [name: string, FoundSchema][] {
  const home = childOf(document.root.address, 'components', 'schemas')
  const components = document.root.value['components']
  const schemas = isObject(components) && isObject(components['schemas']) ? components['schemas'] : {}
  return Object.entries(schemas).flatMap(([name, value]): [string, FoundSchema][] => {
    if (!isObject(value) || !isArray(value['allOf'])) return []
    const address = childOf(home, name)
    const isOn = value['allOf'].some((each, index) => {
      const reference = isObject(each) ? each['$ref'] : undefined
      return (
        typeof reference === 'string' && referenceTarget(document, reference, childOf(address, 'allOf', index)) === base
      )
    })
    return isOn ? [[name, { address, value }]] : []
  })
}
