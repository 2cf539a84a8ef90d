import { childOf, type Address, type Document } from '../../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { compileSchema } from '../check-value.ts'
import { followReference, type FoundSchema } from '../nodes/follow-reference.ts'
import type { Direction } from '../schema.ts'

/** One of the two compared documents, and the direction of its values: request or response. */
export interface Side {
  readonly document: Document
  readonly direction: Direction
  /** Cache of the combined schemas of this document, by `Flat.id`. */
  readonly flats: Map<string, Flat>
}

/** A schema object and its address in the document. */
export interface Part {
  readonly address: Address
  readonly value: JsonObject
}

/**
 * A schema together with all schemas that always apply to the same value: the targets of its `$ref`, and the entries of
 * its `allOf`. A document has one cached object for each id.
 */
export interface Flat {
  readonly side: Side
  readonly id: string
  readonly roots: readonly FoundSchema[]
  readonly parts: readonly Part[]
  /** The address of a combined schema that is `false`. If it is set, no value is valid. */
  readonly never?: Address
}

const UNIONS = ['anyOf', 'oneOf'] as const

/** Combines schemas that apply to the same value. With an empty list, the result accepts every value. */
export function flatOf(side: Side, roots: readonly FoundSchema[]): Flat {
  const id = roots.map(({ address }) => address).join(' ')
  const known = side.flats.get(id)
  if (known !== undefined) return known
  const parts: Part[] = []
  const seen = new Set<Address>()
  let never: Address | undefined
  const visit = (found: FoundSchema | undefined): void => {
    if (found === undefined || seen.has(found.address)) return
    seen.add(found.address)
    const { address, value } = found
    if (value === false) never ??= address
    if (!isObject(value)) return
    parts.push({ address, value })
    for (const name of ['$ref', '$dynamicRef']) {
      const reference = value[name]
      if (typeof reference === 'string') visit(followReference(side.document, reference, address))
    }
    listedSchemas(side, { address, value }, 'allOf').forEach(visit)
    for (const name of UNIONS) {
      const branches = listedSchemas(side, { address, value }, name)
      // A union with only one branch means the same as this branch.
      if (branches.length === 1) branches.forEach(visit)
    }
  }
  roots.forEach(visit)
  const flat: Flat = { side, id, roots, parts, ...(never === undefined ? {} : { never }) }
  side.flats.set(id, flat)
  return flat
}

/** Returns the schemas in the list of a keyword, such as `allOf`. */
export function listedSchemas(_side: Side, { address, value }: Part, keyword: string): FoundSchema[] {
  const list = value[keyword]
  if (!isArray(list)) return []
  return list.flatMap((each, index) =>
    isSchema(each) ? [{ address: childOf(address, keyword, index), value: each }] : [],
  )
}

/**
 * Returns the subschema of a keyword such as `items`. With `name`, returns one subschema of a keyword such as
 * `properties`.
 */
export function schemaUnder(_side: Side, part: Part, keyword: string, name?: string): FoundSchema | undefined {
  const own = part.value[keyword]
  const value = name === undefined ? own : isObject(own) && Object.hasOwn(own, name) ? own[name] : undefined
  if (!isSchema(value)) return undefined
  return { address: childOf(part.address, keyword, ...(name === undefined ? [] : [name])), value }
}

function isSchema(value: Json | undefined): value is JsonObject | boolean {
  return isObject(value) || typeof value === 'boolean'
}

/** The value of a keyword, and its address in the document. */
export interface Said {
  readonly address: Address
  readonly value: Json
}

/** Returns the values of a keyword from all schemas in `parts` that have this keyword. */
export function said(parts: readonly Part[], keyword: string): Said[] {
  return parts.flatMap(({ address, value }) => {
    const own = value[keyword]
    return own === undefined ? [] : [{ address: childOf(address, keyword), value: own }]
  })
}

/**
 * Returns the address under which a combined schema is reported. This is the address of its first part that has a
 * keyword other than `$ref` and `description`.
 */
export function homeOf({ parts, roots, never }: Flat): Address {
  const own = parts.find(({ value }) => Object.keys(value).some((name) => name !== '$ref' && name !== 'description'))
  return own?.address ?? never ?? roots[0]?.address ?? ''
}

/** True if the combined schema accepts the value. */
export function accepts({ side: { document, direction }, roots }: Flat, value: Json): boolean {
  return roots.every((root) => compileSchema({ document, ...root, pointer: '' }).isValid(value, direction))
}

/** A type of JSON values. `integer` and `fraction` replace `number`, because each value must have exactly one type. */
export type ValueType = 'null' | 'boolean' | 'object' | 'array' | 'integer' | 'fraction' | 'string'
const TYPES: readonly ValueType[] = ['null', 'boolean', 'object', 'array', 'integer', 'fraction', 'string']

/** Returns the types that a valid value can have. Reads `type`, `enum`, `const` and the branches of unions. */
export function allowedTypes(flat: Flat, passing: ReadonlySet<string> = new Set()): ReadonlySet<ValueType> {
  if (flat.never !== undefined) return new Set()
  if (passing.has(flat.id)) return new Set(TYPES)
  const inner = new Set([...passing, flat.id])
  const sets = flat.parts.flatMap((part): ReadonlySet<ValueType>[] => [
    ...[part.value['type']].flatMap((type) => (type === undefined ? [] : [new Set([type].flat().flatMap(typesNamed))])),
    ...[part.value['const']].flatMap((value) => (value === undefined ? [] : [new Set([typeOf(value)])])),
    ...[part.value['enum']].flatMap((list) => (isArray(list) ? [new Set(list.map(typeOf))] : [])),
    ...UNIONS.flatMap((name) => {
      const branches = listedSchemas(flat.side, part, name)
      if (branches.length < 2) return []
      return [new Set(branches.flatMap((branch) => [...allowedTypes(flatOf(flat.side, [branch]), inner)]))]
    }),
  ])
  return new Set(TYPES.filter((type) => sets.every((set) => set.has(type))))
}

function typesNamed(name: Json): ValueType[] {
  if (name === 'number') return ['integer', 'fraction']
  return TYPES.filter((type) => type === name)
}

/** Returns the type of a value. */
export function typeOf(value: Json): ValueType {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction'
  if (typeof value === 'bigint') return 'integer'
  return typeof value as 'boolean' | 'object' | 'string'
}

/** A `oneOf` or `anyOf`, reduced to the branches that values of certain types can match. */
export interface Union {
  readonly address: Address
  readonly keyword: 'anyOf' | 'oneOf'
  readonly branches: readonly Flat[]
}

/**
 * A schema, reduced to the rules for values of certain types. All schemas in `parts` apply. Each union in `unions` has
 * several possible branches.
 */
export interface TypeCase {
  readonly flat: Flat
  readonly parts: readonly Part[]
  readonly unions: readonly Union[]
}

/**
 * Reduces a schema to the rules for values of certain types. A union with only one possible branch is replaced by this
 * branch.
 */
export function caseOf(flat: Flat, types: readonly ValueType[]): TypeCase {
  const { side } = flat
  const parts = [...flat.parts]
  const unions: Union[] = []
  const seen = new Set(parts.map(({ address }) => address))
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    for (const keyword of part === undefined ? [] : UNIONS) {
      const all = part === undefined ? [] : listedSchemas(side, part, keyword)
      if (part === undefined || all.length < 2) continue
      const branches = all.map((each) => flatOf(side, [each])).filter((each) => fits(each, types))
      const [only] = branches
      if (branches.length > 1 || only === undefined) {
        unions.push({ address: childOf(part.address, keyword), keyword, branches })
        continue
      }
      for (const each of only.parts) if (!seen.has(each.address)) parts.push(each)
      for (const each of only.parts) seen.add(each.address)
    }
  }
  return { flat, parts, unions }
}

function fits(flat: Flat, types: readonly ValueType[]): boolean {
  const allowed = allowedTypes(flat)
  return types.some((type) => allowed.has(type))
}
