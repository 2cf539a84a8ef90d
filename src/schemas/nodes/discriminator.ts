import { tokens } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { Schema } from '../schema.ts'
import { followReference } from './follow-reference.ts'
import { openSchema } from './open-schema.ts'
import type { Alternatives, SchemaNode } from './schema-node.ts'

/**
 * Returns the branches that a discriminator can select. The key of each branch is the value of the discriminator's
 * property that selects it: a key of `mapping` or a component name.
 */
export function branchesByName(
  schema: Schema,
  discriminator: Json | undefined,
  branches: readonly SchemaNode[],
): Alternatives['discriminator'] {
  if (!isObject(discriminator) || typeof discriminator['propertyName'] !== 'string') return undefined
  const byName = new Map<string, SchemaNode>()
  for (const branch of branches) {
    const name = tokens(branch.schema.address.split('#')[1] ?? '').at(-1)
    if (name !== undefined && !/^\d+$/.test(name)) byName.set(name, branch)
  }
  const mapping = isObject(discriminator['mapping']) ? discriminator['mapping'] : {}
  const branchAt = (means: string): SchemaNode | undefined =>
    branches.find((each) => each.schema.address === mappedAddress(schema, means))
  for (const [value, means] of Object.entries(mapping)) {
    const branch = branchAt(String(means))
    if (branch !== undefined) byName.set(value, branch)
  }
  const { propertyName: property, defaultMapping } = discriminator
  const fallback = typeof defaultMapping === 'string' ? branchAt(defaultMapping) : undefined
  return { property, mapping: byName, mapped: Object.keys(mapping), ...(fallback === undefined ? {} : { fallback }) }
}

/**
 * Returns the branch that the discriminator selects for `value`. The property's value is a key of `mapping`, a
 * component name, or a constant of only one branch. Other values select the branch of `defaultMapping`.
 */
export function branchNamedBy(value: Json, { branches, discriminator }: Alternatives): SchemaNode | undefined {
  const name = isObject(value) && discriminator !== undefined ? value[discriminator.property] : undefined
  if (discriminator === undefined || (name !== undefined && typeof name !== 'string')) return undefined
  if (name === undefined) return isObject(value) ? discriminator.fallback : undefined
  const named = discriminator.mapping.get(name)
  if (named !== undefined) return named
  const constant = branches.filter((each) => constantsOf(each, discriminator.property).includes(name))
  return constant.length === 1 ? constant[0] : discriminator.fallback
}

/**
 * If the value of a discriminator's property names no schema, returns the name of the property. A value names a schema
 * if it is a key of `mapping`, a component name or a constant. Returns undefined if the value matches an inline branch,
 * because no name can select this branch. OpenAPI 3.1.1 §4.8.25.3, §4.8.25.4.
 */
export function unnamedProperty(
  value: Json,
  { branches, discriminator }: Alternatives,
  matching: readonly SchemaNode[],
): string | undefined {
  if (discriminator === undefined || !isObject(value) || matching.length === 0) return undefined
  const { property, mapping, mapped, fallback } = discriminator
  if (fallback !== undefined) return undefined
  const name = value[property]
  const isNamed = new Set(mapping.values())
  if (typeof name !== 'string' || !matching.every((branch) => isNamed.has(branch))) return undefined
  const others = branches.flatMap((each) => constantsOf(each, property))
  return mapping.has(name) || mapped.includes(name) || others.includes(name) || isComponent(branches, name)
    ? undefined
    : property
}

function isComponent([branch]: readonly SchemaNode[], name: string): boolean {
  const components = branch?.schema.document.root.value
  const schemas = isObject(components) && isObject(components['components']) ? components['components']['schemas'] : {}
  return isObject(schemas) && Object.hasOwn(schemas, name)
}

/** Returns the values that `const` and `enum` of a branch allow for a property. */
function constantsOf(node: SchemaNode, property: string): readonly Json[] {
  const assertions = node.properties.get(property)?.assertions ?? []
  const own = assertions.flatMap(({ keyword: { name, value } }) =>
    name === 'const' ? [value] : name === 'enum' && isArray(value) ? value : [],
  )
  return [...own, ...node.always.flatMap((each) => constantsOf(each, property))]
}

/** Returns the address that a value in `mapping` refers to. The value is a component name or a reference. */
export function mappedAddress({ document, address }: Schema, means: string): string | undefined {
  const reference = /^[\w.-]+$/.test(means) && !/\.(ya?ml|json)$/.test(means) ? `#/components/schemas/${means}` : means
  const found = followReference(document, reference, address)
  return found && openSchema(document, found).address
}
