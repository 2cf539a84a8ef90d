import { childOf, type Address, type Document } from '../../document/document.ts'
import { asText, isArray, isObject, withDoubles, type Json, type JsonObject } from '../../json.ts'
import { listNamedBranches } from '../../schemas/named-branches.ts'
import { walkDocument } from '../../document/walk-document.ts'
import { formatNamed } from '../../schemas/formats.ts'
import type { Direction } from '../../schemas/schema.ts'
import { int64Limits, isInt64Schema, type Int64Form } from '../int64.ts'

/**
 * The keywords of JSON Schema 2020-12 that validators check, in four lists. `ONE`: the value is a schema. `LIST`: it is
 * a list of schemas. `MAP`: it maps names to schemas. `PLAIN`: it contains no schemas.
 */
const ONE = words(`not if then else items contains additionalProperties propertyNames unevaluatedItems
  unevaluatedProperties`)
const LIST = words(`allOf anyOf oneOf prefixItems`)
const MAP = words(`properties patternProperties dependentSchemas`)
const PLAIN = words(`type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength
  pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired`)

/**
 * A keyword that replaces `$ref` before schemas are compiled. It is not part of JSON Schema. Its value is the index of
 * the referenced schema.
 */
export const USE = 'use'

/**
 * A keyword that is not part of JSON Schema. It checks 64-bit integers, because JavaScript numbers cannot express them
 * exactly. Its value contains the form (bigint or string) and the limits of the integer.
 */
export const INT64 = 'int64'

/** The standard keywords that `int64` replaces. */
const OF_INT64 = words('type format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf')

/** A schema that Ajv can compile: without annotations, and with `use` instead of `$ref`. */
export type CompilableSchema = JsonObject | boolean

/**
 * A list of schemas and of all schemas that they reference. Each schema is in the list once. The order is that of first
 * use.
 */
export class CompilableSchemas {
  readonly #document: Document
  readonly #indexes = new Map<string, number>()
  readonly #schemas: CompilableSchema[] = []
  readonly #addresses = new Map<number, Address>()
  readonly #dependsOnDirection: boolean
  readonly #int64: Int64Form

  constructor(document: Document, int64: Int64Form = 'number') {
    this.#document = document
    this.#int64 = int64
    this.#dependsOnDirection = requiresOneWayProperty(document)
  }

  get all(): readonly CompilableSchema[] {
    return this.#schemas
  }

  /**
   * Returns the index of the schema at an address. With a direction, this is a schema for that direction: it does not
   * require properties that are sent only in the other direction (OpenAPI 3.1.1 §4.8.24, readOnly and writeOnly).
   */
  indexOf(address: Address, direction?: Direction): number {
    const node = this.#document.resolve(address)
    const used = this.#dependsOnDirection ? direction : undefined
    const key = `${used ?? ''} ${node.address}`
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    const index = this.add(true)
    this.#indexes.set(key, index)
    this.#addresses.set(index, node.address)
    this.#schemas[index] = this.#compilable(node.value, node.address, used)
    return index
  }

  /**
   * Returns the document address of the schema with this index. Returns undefined for a schema that `add` has added.
   */
  addressOf(index: number): Address | undefined {
    return this.#addresses.get(index)
  }

  /** Adds a schema that the document does not contain, and returns its index. */
  add(schema: CompilableSchema): number {
    return this.#schemas.push(schema) - 1
  }

  #compilable(value: Json, address: Address, direction: Direction | undefined): CompilableSchema {
    if (!isObject(value)) return value !== false
    const kept = Object.entries(value).flatMap(([keyword, held]): [string, Json][] => {
      const inside = (child: Json, ...path: (string | number)[]): Json =>
        this.#compilable(child, childOf(address, keyword, ...path), direction)
      if ((keyword === '$ref' || keyword === '$dynamicRef') && typeof held === 'string') {
        return [[USE, this.indexOf(this.#document.target(held, address), direction)]]
      }
      if (keyword === 'required' && isArray(held) && direction !== undefined) {
        const marker = direction === 'request' ? 'readOnly' : 'writeOnly'
        return [[keyword, held.filter((name) => !isMarked(this.#document, value, address, asText(name), marker))]]
      }
      if (PLAIN.has(keyword) || (keyword === 'format' && this.#document.formats === 'assert' && isChecked(held)))
        return [[keyword, withDoubles(held)]]
      if (ONE.has(keyword)) return [[keyword, inside(held)]]
      if (LIST.has(keyword) && isArray(held)) return [[keyword, held.map((each, index) => inside(each, index))]]
      if (MAP.has(keyword) && isObject(held)) {
        const members = Object.entries(held).map(([name, member]) => [name, inside(member, name)] as const)
        return [[keyword, Object.fromEntries(members)]]
      }
      return []
    })
    const named = isObject(value['discriminator']) ? this.#namedBranches(value, address, direction) : []
    if (this.#int64 !== 'number' && isInt64Schema(value)) {
      const others = kept.filter(([keyword]) => !OF_INT64.has(keyword))
      return { ...Object.fromEntries(others), [INT64]: int64Limits(value, this.#int64) }
    }
    if (named.length === 0) return Object.fromEntries(kept)
    const { allOf, ...others } = Object.fromEntries(kept)
    return { ...others, allOf: [...(isArray(allOf) ? allOf : []), ...named] }
  }

  /**
   * Returns schemas that check a discriminator: the value must match the branch that the discriminator property names.
   */
  #namedBranches(value: JsonObject, address: Address, direction: Direction | undefined): CompilableSchema[] {
    const schema = { document: this.#document, address, pointer: '', value }
    return listNamedBranches(schema).flatMap(({ keyword, property, byName }) => {
      const branches = value[keyword]
      return [...byName].map(([name, index]): CompilableSchema => ({
        if: { properties: { [property]: { const: name } }, required: [property] },
        then: this.#compilable(
          isArray(branches) ? (branches[index] ?? true) : true,
          childOf(address, keyword, index),
          direction,
        ),
      }))
    })
  }
}

type Marker = 'readOnly' | 'writeOnly'

/**
 * True if any schema of the document requires a `readOnly` or `writeOnly` property. Requests and responses then need
 * different validators.
 */
function requiresOneWayProperty(document: Document): boolean {
  let found = false
  for (const [url, resource] of document.resources) {
    walkDocument(resource, (value, at, names) => {
      const required = !names && isArray(value['required']) ? value['required'] : []
      found ||= required.some((name) =>
        (['readOnly', 'writeOnly'] as const).some((marker) =>
          isMarked(document, value, `${url}#${at}`, asText(name), marker),
        ),
      )
      return value
    })
  }
  return found
}

/**
 * True if the schema of the property `name` contains the keyword `readOnly` or `writeOnly` (`marker`). The keyword may
 * also be in the schema that the property references.
 */
function isMarked(document: Document, schema: JsonObject, address: Address, name: string, marker: Marker): boolean {
  const { properties } = schema
  if (!isObject(properties) || !Object.hasOwn(properties, name)) return false
  const property = properties[name]
  if (!isObject(property)) return false
  if (property[marker] === true) return true
  const { value } = document.resolve(childOf(address, 'properties', name))
  return isObject(value) && value[marker] === true
}

/**
 * True if generated code can check the format. Other formats are ignored (JSON Schema 2020-12 Validation §7.2.3).
 * `validate` reports them.
 */
function isChecked(format: Json): boolean {
  return typeof format === 'string' && formatNamed(format)?.check !== undefined
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
