import { childOf, type Document } from '../../document/document.ts'
import { pointer as join } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'
import { dependentRequiredTest, requiredTest, testOf, type AssertionTest } from './assertions.ts'
import {
  enterScope,
  followDynamicReference,
  followReference,
  type DynamicScope,
  type SchemaValue,
} from './follow-reference.ts'
import { hiddenNames, NO_NAMES } from './hidden-names.ts'
import { keywordFault } from './keyword-fault.ts'
import { keywordEntry, type KeywordEntry } from './keyword-table.ts'
import { branchesByName } from './discriminator.ts'
import { doCollide, openSchema, type OpenedSchema } from './open-schema.ts'
import type { Alternatives, SchemaNode, Step } from './schema-node.ts'
import { compilePattern } from '../values/patterns.ts'

/**
 * The maximum number of nodes if each reference to a component gets separate nodes. A schema with many paths through
 * its references would need more. In such a schema, all references to a component share one node.
 */
const MOST_NODES = 1000

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }
/** A schema node that is still being built. */
type Draft = Growing<Omit<SchemaNode, 'properties' | 'dependentSchemas'>> & {
  properties: Map<string, SchemaNode>
  dependentSchemas: Map<string, SchemaNode>
}

const ALWAYS: Step = { kind: 'same', when: 'always' }
const NO_SCOPE: DynamicScope = new Map()
const ROOT = { pointer: '', instance: '', certain: true }
const SOMETIMES: Step = { kind: 'same', when: 'sometimes' }

/** Builds the node of a schema and all nodes below it. */
export function buildNode(schema: Schema, direction: Direction): SchemaNode {
  const { document } = schema
  return new Builder(document, direction, false).build(schema) ?? new Builder(document, direction, true).root(schema)
}

class Builder {
  readonly #document: Document
  readonly #direction: Direction
  /** True if all references to a component share one node. */
  readonly #shared: boolean
  readonly #byAddress = new Map<string, SchemaNode>()
  readonly #nodes: Draft[] = []

  constructor(document: Document, direction: Direction, shared: boolean) {
    this.#document = document
    this.#direction = direction
    this.#shared = shared
  }

  root(schema: Schema): SchemaNode {
    return this.build(schema) ?? this.#add({ ...schema, via: [] }, ROOT, undefined)
  }

  /**
   * Returns the node of a schema. Returns undefined if each reference gets separate nodes and there are more than
   * `MOST_NODES` nodes.
   */
  build(schema: Schema): SchemaNode | undefined {
    const root = this.#add(openSchema(this.#document, schema), ROOT, undefined)
    for (let next = 0; next < this.#nodes.length; next++) {
      if (!this.#shared && this.#nodes.length > MOST_NODES) return undefined
      const node = this.#nodes[next]
      if (node !== undefined && isObject(node.schema.value)) this.#read(node, node.schema.value)
    }
    return root
  }

  #add(
    { address, value, via }: OpenedSchema,
    place: { pointer: string; instance: string; certain: boolean },
    from: { parent: SchemaNode; step: Step; name?: string } | undefined,
  ): SchemaNode {
    const schema: Schema = { document: this.#document, address, pointer: place.pointer, value }
    const inherited = from?.step.kind === 'same' ? from.parent.hidden : NO_NAMES
    const own = hiddenNames(this.#document, schema, this.#direction)
    const node: Draft = {
      schema,
      scope: this.#scopeIn({ address, value, via }, from?.parent.scope ?? NO_SCOPE),
      direction: this.#direction,
      instance: place.instance,
      certain: place.certain,
      assertions: [],
      faulty: [],
      always: [],
      choices: [],
      dependentSchemas: new Map(),
      properties: new Map(),
      hidden: inherited.size === 0 ? own : new Set([...inherited, ...own]),
      patternProperties: [],
      prefixItems: [],
      ...(from === undefined ? {} : { parent: from.parent, step: from.step }),
    }
    if (value === false) node.forbidden = forbiddenKeyword(schema, node, from)
    const key = keyOf(address, node.scope)
    this.#byAddress.set(key, this.#byAddress.get(key) ?? node)
    this.#nodes.push(node)
    return node
  }

  #read(node: Draft, value: JsonObject): void {
    for (const [name, keywordValue] of Object.entries(value)) {
      const entry = keywordEntry(name)
      if (entry?.role === 'annotation' || (name === 'format' && this.#document.formats === 'annotate')) continue
      const fault = keywordFault(this.#document, node.schema.address, name, keywordValue)
      if (fault !== undefined || entry === undefined) {
        node.faulty.push({ ...keywordOf(node, name, keywordValue, entry), ...(fault === undefined ? {} : { fault }) })
      } else if (entry.role === 'assertion') this.#addAssertion(node, name, keywordValue, entry)
      else if (entry.role === 'reference') this.#addReference(node, value, name, String(keywordValue))
      else if (isObject(keywordValue) && entry.role === 'schema-map') this.#addMap(node, name, keywordValue)
      else if (isArray(keywordValue)) this.#addList(node, name, keywordValue, entry)
    }
    this.#addSingles(node, value)
  }

  #addAssertion(node: Draft, name: string, keywordValue: Json, entry: KeywordEntry): void {
    const add = (test: AssertionTest | undefined, keyword: Keyword): void => {
      if (test !== undefined) node.assertions.push({ keyword, ...test })
    }
    const { schema } = node
    if (name === 'required' && isArray(keywordValue)) {
      keywordValue.map(String).forEach((property, index) => {
        if (node.hidden.has(property)) return
        const own = keywordOf(node, name, property, entry, [property], childOf(schema.address, name, index))
        add(requiredTest(property), { ...own, instance: node.instance + join(property) })
      })
    } else if (name === 'dependentRequired' && isObject(keywordValue)) {
      for (const [property, needed] of Object.entries(keywordValue)) {
        const names = isArray(needed) ? needed.map(String) : []
        const own = keywordOf(node, name, needed, entry, [property], childOf(schema.address, name, property))
        add(
          dependentRequiredTest(
            property,
            names.filter((each) => !node.hidden.has(each)),
          ),
          own,
        )
      }
    } else add(testOf(name, keywordValue), keywordOf(node, name, keywordValue, entry))
  }

  #addReference(node: Draft, value: JsonObject, name: string, reference: string): void {
    const { address } = node.schema
    const found =
      name === '$dynamicRef'
        ? followDynamicReference(this.#document, reference, address, node.scope)
        : followReference(this.#document, reference, address)
    if (found === undefined) return
    const target = openSchema(this.#document, found)
    const apart = isObject(target.value) && doCollide(value, target.value)
    const place = {
      pointer: node.schema.pointer + (apart ? `/${name}` : ''),
      instance: node.instance,
      certain: node.certain,
    }
    const known = this.#known(node, target)
    // If the target of a dynamic reference already applies to the same value, the reference is skipped, because
    // following it would never end.
    if (known === undefined) node.always.push(this.#add(target, place, { parent: node, step: ALWAYS }))
    else if (!appliesToSameValue(known, node)) node.always.push(known)
  }

  #addMap(node: Draft, name: string, map: JsonObject): void {
    for (const key of Object.keys(map)) {
      const under = (step: Step, instance: string): SchemaNode =>
        this.#child(node, [name, key], map[key], step, instance)
      const pattern = name === 'patternProperties' ? compilePattern(key) : undefined
      if (name === 'properties') node.properties.set(key, under({ kind: 'name', name: key }, join(key)))
      else if (name === 'dependentSchemas') node.dependentSchemas.set(key, under(SOMETIMES, ''))
      else if (pattern !== undefined) {
        node.patternProperties.push({ pattern, node: under({ kind: 'names', pattern }, join('*')) })
      }
    }
  }

  #addList(node: Draft, name: string, list: readonly Json[], entry: KeywordEntry): void {
    const branches = list.map((one, index) => {
      if (name === 'prefixItems') return this.#child(node, [name, index], one, { kind: 'index', index }, join(index))
      return this.#child(node, [name, index], one, name === 'allOf' ? ALWAYS : SOMETIMES, '')
    })
    if (name === 'prefixItems') node.prefixItems.push(...branches)
    else if (name === 'allOf') node.always.push(...branches)
    else node.choices.push(this.#choice(node, keywordOf(node, name, list, entry), branches))
  }

  #choice(node: Draft, keyword: Keyword, branches: readonly SchemaNode[]): Alternatives {
    const value = isObject(node.schema.value) ? node.schema.value['discriminator'] : undefined
    const discriminator = branchesByName(node.schema, value, branches)
    return { keyword, branches, ...(discriminator === undefined ? {} : { discriminator }) }
  }

  /**
   * Parses the keywords whose value is one subschema. Some of these keywords depend on another one: `then` depends on
   * `if`.
   */
  #addSingles(node: Draft, value: JsonObject): void {
    const usable = (name: string): boolean =>
      Object.hasOwn(value, name) &&
      keywordFault(this.#document, node.schema.address, name, value[name] ?? null) === undefined
    const under = (name: string, step: Step, instance = ''): SchemaNode =>
      this.#child(node, [name], value[name], step, instance)
    const own = (name: string): Keyword => keywordOf(node, name, value[name] ?? null, keywordEntry(name))
    if (usable('not')) node.not = { keyword: own('not'), node: under('not', SOMETIMES) }
    if (usable('if')) {
      node.condition = {
        if: under('if', SOMETIMES),
        ...(usable('then') ? { then: under('then', SOMETIMES) } : {}),
        ...(usable('else') ? { else: under('else', SOMETIMES) } : {}),
      }
    }
    const all: Step = { kind: 'names' }
    const items: Step = { kind: 'items' }
    if (usable('additionalProperties')) node.additionalProperties = under('additionalProperties', all, join('*'))
    if (usable('unevaluatedProperties')) node.unevaluatedProperties = under('unevaluatedProperties', all, join('*'))
    if (usable('propertyNames'))
      node.propertyNames = { keyword: own('propertyNames'), node: under('propertyNames', all) }
    if (usable('items')) node.items = under('items', items, join('*'))
    if (usable('unevaluatedItems')) node.unevaluatedItems = under('unevaluatedItems', items, join('*'))
    if (!usable('contains')) return
    const least = usable('minContains') ? Number(value['minContains']) : 1
    const most = usable('maxContains') ? Number(value['maxContains']) : Infinity
    node.contains = {
      keyword: own('contains'),
      node: under('contains', items, join('*')),
      least,
      most,
      leastKeyword: own(usable('minContains') ? 'minContains' : 'contains'),
      ...(usable('maxContains') ? { mostKeyword: own('maxContains') } : {}),
    }
  }

  #child(
    node: Draft,
    path: readonly (string | number)[],
    value: Json | undefined,
    step: Step,
    instance: string,
  ): SchemaNode {
    const found = { address: childOf(node.schema.address, ...path), value: (value ?? true) as SchemaValue }
    const opened = openSchema(this.#document, found)
    const known = opened.via.length > 0 ? this.#known(node, opened) : undefined
    if (known !== undefined) return known
    const certain = node.certain && !(step.kind === 'same' && step.when === 'sometimes')
    const place = { pointer: node.schema.pointer + join(...path), instance: node.instance + instance, certain }
    return this.#add(opened, place, { parent: node, step, name: String(path[0]) })
  }

  /**
   * Returns the existing node for a reference, if there is one. For a recursive reference, this is the node of a schema
   * that contains the reference. For a schema with shared nodes, it is the node that all references to the component
   * share.
   */
  #known(from: SchemaNode, opened: OpenedSchema): SchemaNode | undefined {
    const key = keyOf(opened.address, this.#scopeIn(opened, from.scope))
    if (this.#shared) return this.#byAddress.get(key)
    for (let node: SchemaNode | undefined = from; node !== undefined; node = node.parent) {
      if (keyOf(node.schema.address, node.scope) === key) return node
    }
    return undefined
  }

  #scopeIn({ address, via }: OpenedSchema, outer: DynamicScope): DynamicScope {
    return [...via, address].reduce((scope, each) => enterScope(this.#document, each, scope), outer)
  }
}

function keyOf(address: string, scope: DynamicScope): string {
  return [address, ...scope.values()].join(' ')
}

function appliesToSameValue(ancestor: SchemaNode, node: SchemaNode): boolean {
  for (let each: SchemaNode | undefined = node; each !== undefined; each = each.parent) {
    if (each === ancestor) return true
    if (each.step?.kind !== 'same') return false
  }
  return false
}

function keywordOf(
  node: SchemaNode,
  name: string,
  value: Json,
  entry: KeywordEntry | undefined,
  more: readonly string[] = [],
  address = childOf(node.schema.address, name),
): Keyword {
  const { schema, instance, certain } = node
  const pointer = schema.pointer + join(name, ...more)
  return { pointer, name, group: entry?.group ?? 'rest', value, address, schema, instance, certain }
}

/**
 * Returns the keyword to report for a schema `false`, which accepts no value. Its name is the keyword that contains the
 * schema, such as `additionalProperties`.
 */
function forbiddenKeyword(
  schema: Schema,
  node: SchemaNode,
  from: { parent: SchemaNode; step: Step; name?: string } | undefined,
): Keyword {
  const unnamed = from?.step.kind === 'names' || from?.step.kind === 'items'
  const instance = unnamed && from?.name !== 'patternProperties' ? from.parent.instance : node.instance
  const name = unnamed ? (from?.name ?? 'false') : 'false'
  const { pointer, address } = schema
  return { pointer, name, group: 'rest', value: false, address, schema, instance, certain: node.certain }
}
