import { isObject, type Json } from '../../json.ts'
import { holds } from '../judge/find-mismatches.ts'
import type { Part } from '../nodes/schema-node.ts'
import { partOf } from '../nodes/nodes-of.ts'
import { subtypesOf } from '../nodes/subtypes.ts'
import { applicable } from './flatten.ts'

/** The values of a member by which a discriminator knows what is drawn; none where no discriminator looks at it. */
export function namesMeant(flat: readonly Part[], name: string): readonly string[] {
  const addresses = new Set(flat.map(({ schema }) => schema.address))
  return flat.flatMap((part) => {
    const subtypes = subtypesOf(part.schema)
    const own = subtypes?.property === name ? [...subtypes.byName] : []
    const ofSubtypes = own.filter(([, { address }]) => addresses.has(address)).map(([value]) => value)
    const ofChoices = part.choices.flatMap(({ discriminator }) =>
      discriminator?.property === name
        ? [...discriminator.mapping].filter(([, branch]) => flat.includes(branch)).map(([value]) => value)
        : [],
    )
    // Of a branch the name of its component comes first, and the one that the mapping gives is the one that is meant.
    return [...ofSubtypes, ...ofChoices.toReversed()]
  })
}

/**
 * Whether a value is what its discriminators say that it is. Validity does not ask that; a server that reads by them
 * refuses what they do not know. OpenAPI 3.1.1 §4.8.25.
 */
export function isAsNamed(root: Part, value: Json): boolean {
  if (!isObject(value)) return true
  return applicable([root], value).every((part) => {
    const subtypes = subtypesOf(part.schema)
    const named = subtypes === undefined ? undefined : value[subtypes.property]
    if (subtypes !== undefined && named !== undefined) {
      const found = subtypes.byName.get(String(named))
      if (found === undefined || !holds(partOf({ ...part.schema, ...found, pointer: '' }, part.direction), value))
        return false
    }
    return part.choices.every(({ discriminator }) => {
      const name = discriminator === undefined ? undefined : value[discriminator.property]
      if (discriminator === undefined || name === undefined) return true
      const branch = discriminator.mapping.get(String(name))
      return branch === undefined ? discriminator.mapping.size === 0 : holds(branch, value)
    })
  })
}
