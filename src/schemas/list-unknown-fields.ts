import type { Address } from '../document/document.ts'
import { pointer as join } from '../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { matches } from './judge/find-mismatches.ts'
import { nodeOfItem, nodesOfProperty, type SchemaNode } from './nodes/schema-node.ts'
import { nodeOf } from './nodes/node-of.ts'
import { subtypesOf } from './nodes/subtypes.ts'
import type { Direction, Schema } from './schema.ts'

/** An undeclared property of an object whose schema declares other properties. */
export interface UnknownField {
  /** JSON Pointer of the object. */
  readonly at: string
  readonly name: string
  /** Path from the checked schema to the schema of the object. The path contains no `$ref`. */
  readonly pointer: string
  /** Address of the schema of the object. */
  readonly address: Address
}

/**
 * Returns the undeclared properties of a value, at any depth. Ignores an object if its schema declares no properties at
 * all.
 */
export function listUnknownFields(schema: Schema, value: Json, direction: Direction): UnknownField[] {
  const found: UnknownField[] = []
  if (typeof value === 'object' && value !== null) below([nodeOf(schema, direction)], value, '', found)
  return found
}

/**
 * Returns the properties of a value that the schema declares for the other direction only, such as `writeOnly`
 * properties in a response.
 */
export function listHiddenFields(schema: Schema, value: Json, direction: Direction): UnknownField[] {
  const found: UnknownField[] = []
  if (typeof value === 'object' && value !== null) below([nodeOf(schema, direction)], value, '', found, 'hidden')
  return found
}

function below(
  roots: readonly SchemaNode[],
  value: JsonObject | readonly Json[],
  at: string,
  found: UnknownField[],
  wanted: 'unknown' | 'hidden' = 'unknown',
): void {
  const [root, ...more] = roots
  if (root === undefined) return
  const nodes = more.length === 0 ? applying(root, value) : roots.flatMap((node) => applying(node, value))
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (typeof item !== 'object' || item === null) continue
      const ofItem = nodes.flatMap((node) => nodeOfItem(node, index) ?? [])
      below(ofItem, item, at + join(index), found, wanted)
    }
    return
  }
  if (wanted === 'hidden') {
    for (const name of Object.keys(value)) {
      const hiding = nodes.find((node) => node.hidden.has(name))
      if (hiding !== undefined) found.push({ at, name, pointer: hiding.schema.pointer, address: hiding.schema.address })
    }
  }
  const describing = nodes.find((node) => node.properties.size > 0)
  if (wanted === 'unknown' && describing !== undefined) {
    for (const name of Object.keys(value)) {
      if (!nodes.some((node) => describes(node, name)))
        found.push({ at, name, pointer: describing.schema.pointer, address: describing.schema.address })
    }
  }
  for (const name of Object.keys(value)) {
    const property = value[name]
    if (typeof property !== 'object' || property === null) continue
    const ofMember = nodes.flatMap((node) => nodesOfProperty(node, name))
    below(ofMember, property, at + join(name), found, wanted)
  }
}

function describes(node: SchemaNode, name: string): boolean {
  if (node.properties.has(name) || nodesOfProperty(node, name).length > 0) return true
  return node.unevaluatedProperties !== undefined || isPartlyCompiled(node)
}

/**
 * True if `properties` or `patternProperties` cannot be compiled. It is then unknown which names the schema declares.
 */
function isPartlyCompiled({ faulty }: SchemaNode): boolean {
  return faulty.some(({ name }) => name === 'properties' || name === 'patternProperties')
}

/** Returns the schemas that apply to a value. Includes the subtype that a discriminator selects. */
function applying(node: SchemaNode, value: Json, above: ReadonlySet<string> = new Set()): readonly SchemaNode[] {
  const { schema, direction, always, choices, condition } = node
  const subtypes = subtypesOf(schema)
  if (always.length === 0 && choices.length === 0 && condition === undefined && subtypes === undefined) return [node]
  const branches = choices.flatMap(({ branches: all }) => all.filter((branch) => matches(branch, value)))
  const chosen = condition === undefined ? undefined : matches(condition.if, value) ? condition.then : condition.else
  const named = subtypes === undefined || !isObject(value) ? undefined : value[subtypes.property]
  const subtype = typeof named === 'string' ? subtypes?.byName.get(named) : undefined
  const own = new Set([...above, schema.address])
  const meant =
    subtype === undefined || own.has(subtype.address) ? [] : [nodeOf({ ...schema, ...subtype, pointer: '' }, direction)]
  return [
    node,
    ...[...always, ...branches, ...(chosen === undefined ? [] : [chosen]), ...meant].flatMap((each) =>
      applying(each, value, own),
    ),
  ]
}
