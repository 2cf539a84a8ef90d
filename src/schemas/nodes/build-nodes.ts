import { childOf, type Document } from '../../document/document.ts'
import { pointer as join } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'
import { dependentRequiredTest, requiredTest, testOf, type Test } from './assertions.ts'
import { followReference, type FoundSchema, type SchemaValue } from './follow-reference.ts'
import { hiddenNames, NO_NAMES } from './hidden-names.ts'
import { keywordFault } from './keyword-fault.ts'
import { keywordEntry, type KeywordEntry } from './keyword-table.ts'
import { branchesByName } from './discriminator.ts'
import { doCollide, openSchema } from './open-schema.ts'
import type { Choice, Part, Step } from './schema-node.ts'
import { compilePattern } from '../values/patterns.ts'

/**
 * How many parts a schema may have before each component is given one place only. Schemas that refer to each other
 * richly have more use paths than anybody can count; then a component's first use stands for all of them.
 */
const MOST_PARTS = 1000

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }
/** A part while its keywords are still being read. */
type Draft = Growing<Omit<Part, 'properties' | 'dependentSchemas'>> & {
  properties: Map<string, Part>
  dependentSchemas: Map<string, Part>
}

const ALWAYS: Step = { kind: 'same', when: 'always' }
const SOMETIMES: Step = { kind: 'same', when: 'sometimes' }

/** The parts of a schema, breadth first; the first is the schema itself. */
export function buildParts(schema: Schema, direction: Direction): readonly Part[] {
  return (
    new Builder(schema.document, direction, false).all(schema) ??
    new Builder(schema.document, direction, true).all(schema) ??
    []
  )
}

class Builder {
  readonly #document: Document
  readonly #direction: Direction
  /** Whether a component has one place only. */
  readonly #shared: boolean
  readonly #byAddress = new Map<string, Part>()
  readonly #parts: Draft[] = []

  constructor(document: Document, direction: Direction, shared: boolean) {
    this.#document = document
    this.#direction = direction
    this.#shared = shared
  }

  /** Undefined when there are too many and components are not shared. */
  all(schema: Schema): readonly Part[] | undefined {
    const found = openSchema(this.#document, { address: schema.address, value: schema.value })
    this.#add(found, { pointer: '', instance: '', certain: true }, undefined)
    for (let next = 0; next < this.#parts.length; next++) {
      if (!this.#shared && this.#parts.length > MOST_PARTS) return undefined
      const part = this.#parts[next]
      if (part !== undefined && isObject(part.schema.value)) this.#read(part, part.schema.value)
    }
    return this.#parts
  }

  #add(
    { address, value }: FoundSchema,
    place: { pointer: string; instance: string; certain: boolean },
    from: { parent: Part; step: Step; name?: string } | undefined,
  ): Part {
    const schema: Schema = { document: this.#document, address, pointer: place.pointer, value }
    const inherited = from?.step.kind === 'same' ? from.parent.silent : NO_NAMES
    const own = hiddenNames(this.#document, schema, this.#direction)
    const part: Draft = {
      schema,
      direction: this.#direction,
      instance: place.instance,
      certain: place.certain,
      assertions: [],
      faulty: [],
      always: [],
      choices: [],
      dependentSchemas: new Map(),
      properties: new Map(),
      silent: inherited.size === 0 ? own : new Set([...inherited, ...own]),
      patternProperties: [],
      prefixItems: [],
      ...(from === undefined ? {} : { parent: from.parent, step: from.step }),
    }
    if (value === false) part.never = neverOf(schema, part, from)
    this.#byAddress.set(address, this.#byAddress.get(address) ?? part)
    this.#parts.push(part)
    return part
  }

  #read(part: Draft, value: JsonObject): void {
    for (const [name, asks] of Object.entries(value)) {
      const entry = keywordEntry(name)
      if (entry?.role === 'annotation') continue
      const fault = keywordFault(this.#document, part.schema.address, name, asks)
      if (fault !== undefined || entry === undefined) {
        part.faulty.push({ ...keywordOf(part, name, asks, entry), ...(fault === undefined ? {} : { fault }) })
      } else if (entry.role === 'assertion') this.#addAssertion(part, name, asks, entry)
      else if (entry.role === 'reference') this.#addReference(part, value, String(asks))
      else if (isObject(asks) && entry.role === 'schema-map') this.#addMap(part, name, asks)
      else if (isArray(asks)) this.#addList(part, name, asks, entry)
    }
    this.#addSingles(part, value)
  }

  #addAssertion(part: Draft, name: string, asks: Json, entry: KeywordEntry): void {
    const add = (test: Test | undefined, keyword: Keyword): void => {
      if (test !== undefined) part.assertions.push({ keyword, ...test })
    }
    const { schema } = part
    if (name === 'required' && isArray(asks)) {
      asks.map(String).forEach((member, index) => {
        if (part.silent.has(member)) return
        const own = keywordOf(part, name, member, entry, [member], childOf(schema.address, name, index))
        add(requiredTest(member), { ...own, instance: part.instance + join(member) })
      })
    } else if (name === 'dependentRequired' && isObject(asks)) {
      for (const [member, needed] of Object.entries(asks)) {
        const names = isArray(needed) ? needed.map(String) : []
        const own = keywordOf(part, name, needed, entry, [member], childOf(schema.address, name, member))
        add(
          dependentRequiredTest(
            member,
            names.filter((each) => !part.silent.has(each)),
          ),
          own,
        )
      }
    } else add(testOf(name, asks), keywordOf(part, name, asks, entry))
  }

  #addReference(part: Draft, value: JsonObject, reference: string): void {
    const found = followReference(this.#document, reference, part.schema.address)
    if (found === undefined) return
    const target = openSchema(this.#document, found)
    const apart = isObject(target.value) && doCollide(value, target.value)
    const place = {
      pointer: part.schema.pointer + (apart ? '/$ref' : ''),
      instance: part.instance,
      certain: part.certain,
    }
    part.always.push(this.#known(part, target.address) ?? this.#add(target, place, { parent: part, step: ALWAYS }))
  }

  #addMap(part: Draft, name: string, map: JsonObject): void {
    for (const key of Object.keys(map)) {
      const under = (step: Step, instance: string): Part => this.#child(part, [name, key], map[key], step, instance)
      const pattern = name === 'patternProperties' ? compilePattern(key) : undefined
      if (name === 'properties') part.properties.set(key, under({ kind: 'name', name: key }, join(key)))
      else if (name === 'dependentSchemas') part.dependentSchemas.set(key, under(SOMETIMES, ''))
      else if (pattern !== undefined) {
        part.patternProperties.push({ pattern, part: under({ kind: 'names', pattern }, join('*')) })
      }
    }
  }

  #addList(part: Draft, name: string, list: readonly Json[], entry: KeywordEntry): void {
    const branches = list.map((one, index) => {
      if (name === 'prefixItems') return this.#child(part, [name, index], one, { kind: 'index', index }, join(index))
      return this.#child(part, [name, index], one, name === 'allOf' ? ALWAYS : SOMETIMES, '')
    })
    if (name === 'prefixItems') part.prefixItems.push(...branches)
    else if (name === 'allOf') part.always.push(...branches)
    else part.choices.push(this.#choice(part, keywordOf(part, name, list, entry), branches))
  }

  #choice(part: Draft, keyword: Keyword, branches: readonly Part[]): Choice {
    const value = isObject(part.schema.value) ? part.schema.value['discriminator'] : undefined
    const discriminator = branchesByName(part.schema, value, branches)
    return { keyword, branches, ...(discriminator === undefined ? {} : { discriminator }) }
  }

  /** Keywords that hold one schema; some mean something only beside another. */
  #addSingles(part: Draft, value: JsonObject): void {
    const usable = (name: string): boolean =>
      Object.hasOwn(value, name) &&
      keywordFault(this.#document, part.schema.address, name, value[name] ?? null) === undefined
    const under = (name: string, step: Step, instance = ''): Part =>
      this.#child(part, [name], value[name], step, instance)
    const own = (name: string): Keyword => keywordOf(part, name, value[name] ?? null, keywordEntry(name))
    if (usable('not')) part.not = { keyword: own('not'), part: under('not', SOMETIMES) }
    if (usable('if') && (usable('then') || usable('else'))) {
      part.condition = {
        if: under('if', SOMETIMES),
        ...(usable('then') ? { then: under('then', SOMETIMES) } : {}),
        ...(usable('else') ? { else: under('else', SOMETIMES) } : {}),
      }
    }
    const all: Step = { kind: 'names' }
    const items: Step = { kind: 'items' }
    if (usable('additionalProperties')) part.additionalProperties = under('additionalProperties', all, join('*'))
    if (usable('unevaluatedProperties')) part.unevaluatedProperties = under('unevaluatedProperties', all, join('*'))
    if (usable('propertyNames'))
      part.propertyNames = { keyword: own('propertyNames'), part: under('propertyNames', all) }
    if (usable('items')) part.items = under('items', items, join('*'))
    if (usable('unevaluatedItems')) part.unevaluatedItems = under('unevaluatedItems', items, join('*'))
    if (!usable('contains')) return
    const least = usable('minContains') ? Number(value['minContains']) : 1
    const most = usable('maxContains') ? Number(value['maxContains']) : Infinity
    part.contains = {
      keyword: own('contains'),
      part: under('contains', items, join('*')),
      least,
      most,
      leastKeyword: own(usable('minContains') ? 'minContains' : 'contains'),
      ...(usable('maxContains') ? { mostKeyword: own('maxContains') } : {}),
    }
  }

  #child(part: Draft, path: readonly (string | number)[], value: Json | undefined, step: Step, instance: string): Part {
    const found = { address: childOf(part.schema.address, ...path), value: (value ?? true) as SchemaValue }
    const opened = openSchema(this.#document, found)
    const known = opened.referenced ? this.#known(part, opened.address) : undefined
    if (known !== undefined) return known
    const certain = part.certain && !(step.kind === 'same' && step.when === 'sometimes')
    const place = { pointer: part.schema.pointer + join(...path), instance: part.instance + instance, certain }
    return this.#add(opened, place, { parent: part, step, name: String(path[0]) })
  }

  /** The part that a reference leads back to: on the way here, or anywhere where components are shared. */
  #known(from: Part, address: string): Part | undefined {
    if (this.#shared) return this.#byAddress.get(address)
    for (let part: Part | undefined = from; part !== undefined; part = part.parent) {
      if (part.schema.address === address) return part
    }
    return undefined
  }
}

function keywordOf(
  part: Part,
  name: string,
  value: Json,
  entry: KeywordEntry | undefined,
  more: readonly string[] = [],
  address = childOf(part.schema.address, name),
): Keyword {
  const { schema, instance, certain } = part
  const pointer = schema.pointer + join(name, ...more)
  return { pointer, name, group: entry?.group ?? 'rest', value, address, schema, instance, certain }
}

/** The schema `false` is a keyword of its own: that something is not there. It is named by where it stands. */
function neverOf(schema: Schema, part: Part, from: { parent: Part; step: Step; name?: string } | undefined): Keyword {
  const unnamed = from?.step.kind === 'names' || from?.step.kind === 'items'
  const instance = unnamed && from?.name !== 'patternProperties' ? from.parent.instance : part.instance
  const name = unnamed ? (from?.name ?? 'false') : 'false'
  const { pointer, address } = schema
  return { pointer, name, group: 'rest', value: false, address, schema, instance, certain: part.certain }
}
