import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { childOf, type Address, type Document } from '../../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { addFormats } from '../formats.ts'
import type { Direction } from '../schema.ts'
import { followReference, type FoundSchema, type SchemaValue } from '../nodes/follow-reference.ts'
import { hiddenNames, NO_NAMES, type Names } from '../nodes/hidden-names.ts'
import { keywordFault } from '../nodes/keyword-fault.ts'
import { keywordEntry } from '../nodes/keyword-table.ts'
import { compilePattern } from '../values/patterns.ts'
import { isMultiple } from '../values/values.ts'

/**
 * Compiles the schemas of one document with Ajv, each once. Ajv sees a copy in which every schema that a `$ref` means
 * has a name of its own, and annotations, keywords that cannot be compiled, and `required` names that do not travel
 * this way are left out. So no file needs to be a valid schema, and one bad keyword turns off only itself.
 */
export class FastValidator {
  readonly #document: Document
  readonly #direction: Direction
  readonly #ajv: Ajv2020
  readonly #names = new Map<string, string>()
  readonly #waiting: { readonly id: string; readonly schema: FoundSchema; readonly hidden: Names }[] = []

  constructor(document: Document, direction: Direction) {
    this.#document = document
    this.#direction = direction
    this.#ajv = new Ajv2020({
      strict: false,
      strictNumbers: true,
      validateSchema: false,
      ownProperties: true,
      unicodeRegExp: true,
      logger: false,
      messages: false,
      code: { regExp: Object.assign((source: string) => compilePattern(source) ?? /^/, { code: 'new RegExp' }) },
    })
    addFormats(this.#ajv)
    this.#ajv.removeKeyword('multipleOf')
    this.#ajv.addKeyword({
      keyword: 'multipleOf',
      type: 'number',
      validate: (of: number, value: number) => isMultiple(value, of),
    })
  }

  /** The compiled validator of a schema. */
  compile(schema: FoundSchema): ValidateFunction {
    const id = this.#idOf(schema, NO_NAMES)
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#ajv.addSchema(this.#copy(next.schema.value, next.schema.address, next.hidden) as JsonObject, next.id)
    }
    const validate = this.#ajv.getSchema(id)
    if (validate === undefined) throw new Error(`Ajv has no schema for ${schema.address}`)
    return validate as ValidateFunction
  }

  #idOf(schema: FoundSchema, hidden: Names): string {
    const key = [schema.address, ...[...hidden].sort()].join('\n')
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const id = `schema:/${this.#names.size}`
    this.#names.set(key, id)
    this.#waiting.push({ id, schema, hidden })
    return id
  }

  /** `inherited` names are hidden by a schema that applies to the same value. */
  #copy(value: SchemaValue, address: Address, inherited: Names): Json {
    if (!isObject(value)) return value
    const own = hiddenNames(this.#document, { address, value }, this.#direction)
    const hidden = inherited.size === 0 ? own : new Set([...inherited, ...own])
    const copy: Record<string, Json> = {}
    const references: Json[] = []
    for (const [name, asks] of Object.entries(value)) {
      const role = keywordEntry(name)?.role
      if (role === undefined || role === 'annotation') continue
      if (keywordFault(this.#document, address, name, asks) !== undefined) continue
      if (role === 'reference') references.push(...this.#reference(String(asks), address, hidden))
      else if (role === 'assertion') copy[name] = redactPropertyNames(name, asks, hidden)
      else copy[name] = this.#copyBelow(name, asks, address, hidden)
    }
    if (references.length === 0) return copy
    return { ...copy, allOf: [...references, ...(isArray(copy['allOf']) ? copy['allOf'] : [])] }
  }

  #copyBelow(name: string, asks: Json, address: Address, hidden: Names): Json {
    const same = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'].includes(name)
    const below = (value: Json, ...path: (string | number)[]): Json =>
      this.#copy(value as SchemaValue, childOf(address, name, ...path), same ? hidden : NO_NAMES)
    if (isArray(asks)) return asks.map((each, index) => below(each, index))
    if (keywordEntry(name)?.role === 'schema-map' && isObject(asks)) {
      return Object.fromEntries(Object.entries(asks).map(([key, each]) => [key, below(each, key)]))
    }
    return below(asks)
  }

  #reference(reference: string, address: Address, hidden: Names): Json[] {
    const found = followReference(this.#document, reference, address)
    return found === undefined ? [] : [{ $ref: this.#idOf(found, hidden) }]
  }
}

function redactPropertyNames(name: string, asks: Json, hidden: Names): Json {
  if (hidden.size === 0) return asks
  const kept = (names: Json): Json => (isArray(names) ? names.filter((each) => !hidden.has(String(each))) : names)
  if (name === 'required') return kept(asks)
  if (name !== 'dependentRequired' || !isObject(asks)) return asks
  return Object.fromEntries(Object.entries(asks).map(([key, names]) => [key, kept(names)]))
}
