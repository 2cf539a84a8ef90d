import { isObject, type Json } from '../../json.ts'
import { matches } from '../judge/find-mismatches.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import { nodeOf } from '../nodes/node-of.ts'
import { branchNamedBy } from '../nodes/discriminator.ts'
import { subtypesOf } from '../nodes/subtypes.ts'
import { applicable } from './flatten.ts'

/**
 * Returns the values that the property `name` must have so that a discriminator selects a schema in `flat`. Returns an
 * empty list if `name` is not the property of a discriminator.
 */
export function discriminatorNames(flat: readonly SchemaNode[], name: string): readonly string[] {
  const addresses = new Set(flat.map(({ schema }) => schema.address))
  return flat.flatMap((node) => {
    const subtypes = subtypesOf(node.schema)
    const own = subtypes?.property === name ? [...subtypes.byName] : []
    const ofSubtypes = own.filter(([, { address }]) => addresses.has(address)).map(([value]) => value)
    const ofChoices = node.choices.flatMap(({ discriminator }) =>
      discriminator?.property === name
        ? [...discriminator.mapping].filter(([, branch]) => flat.includes(branch)).map(([value]) => value)
        : [],
    )
    // The keys of `mapping` are preferred to component names.
    return [...ofSubtypes, ...ofChoices.toReversed()]
  })
}

/**
 * True if a value matches the schema that its discriminator selects. JSON Schema does not require this match, but many
 * servers use only the selected schema. OpenAPI 3.1.1 §4.8.25.
 */
export function agreesWithDiscriminators(root: SchemaNode, value: Json): boolean {
  if (!isObject(value)) return true
  return applicable([root], value).every((node) => {
    const subtypes = subtypesOf(node.schema)
    const named = subtypes === undefined ? undefined : value[subtypes.property]
    if (subtypes !== undefined && named !== undefined) {
      const found = subtypes.byName.get(String(named))
      if (found === undefined || !matches(nodeOf({ ...node.schema, ...found, pointer: '' }, node.direction), value))
        return false
    }
    return node.choices.every((choice) => {
      const { discriminator } = choice
      if (discriminator === undefined || value[discriminator.property] === undefined) return true
      const branch = branchNamedBy(value, choice)
      return branch === undefined ? discriminator.mapping.size === 0 : matches(branch, value)
    })
  })
}
