import { pointer as join } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Keyword, SchemaMismatch } from '../schema.ts'
import { describeKeyword } from './describe-keyword.ts'
import {
  appliesToValue,
  nodeOfItem,
  nodesOfProperty,
  type Alternatives,
  type Contains,
  type SchemaNode,
} from '../nodes/schema-node.ts'
import { branchNamedBy } from '../nodes/discriminator.ts'
import { meantBranch } from './meant-branch.ts'

/** The properties and items of a value that some schema has evaluated, as JSON Schema 2020-12 Core §11 defines it. */
interface Evaluated {
  readonly names: Set<string>
  readonly items: Set<number>
}

/**
 * Returns every keyword that a value violates, at any depth. A property that is invalid still counts as evaluated, so
 * that `unevaluatedProperties` does not report it a second time.
 */
export function findMismatches(node: SchemaNode, value: Json, at = ''): SchemaMismatch[] {
  const walk = new Walk()
  walk.judge(node, value, at, undefined)
  return walk.found
}

/** True if the value is valid. */
export function matches(node: SchemaNode, value: Json): boolean {
  const walk = new Walk(true)
  walk.judge(node, value, '', undefined)
  return walk.found.length === 0
}

/**
 * Returns the properties and items that the keywords of a schema evaluate. Leaves out the keywords
 * `unevaluatedProperties` and `unevaluatedItems`.
 */
export function evaluatedBy(node: SchemaNode, value: Json): Evaluated {
  const { unevaluatedItems: _items, unevaluatedProperties: _names, ...rest } = node
  const evaluated: Evaluated = { names: new Set(), items: new Set() }
  new Walk().judge(rest, value, '', evaluated)
  return evaluated
}

class Walk {
  readonly found: SchemaMismatch[] = []
  readonly #stopsAtFirst: boolean

  /** With `stopsAtFirst`, the walk ends at the first violation. */
  constructor(stopsAtFirst = false) {
    this.#stopsAtFirst = stopsAtFirst
  }

  get #isDone(): boolean {
    return this.#stopsAtFirst && this.found.length > 0
  }

  judge(node: SchemaNode, value: Json, at: string, outer: Evaluated | undefined): void {
    if (this.#isDone) return
    if (node.forbidden !== undefined) return this.#report(node.forbidden, at)
    const tracks = node.unevaluatedProperties !== undefined || node.unevaluatedItems !== undefined
    const evaluated = tracks ? { names: new Set<string>(), items: new Set<number>() } : outer
    for (const assertion of node.assertions) {
      if (!appliesToValue(assertion.appliesTo, value)) continue
      for (const suffix of assertion.broken(value)) this.#report(assertion.keyword, at + suffix)
    }
    if (this.#isDone) return
    for (const each of node.always) this.judge(each, value, at, evaluated)
    for (const choice of node.choices) this.#judgeChoice(choice, value, at, evaluated)
    if (node.not !== undefined && matches(node.not.node, value)) this.#report(node.not.keyword, at)
    if (node.condition !== undefined) {
      const { if: condition, then, else: otherwise } = node.condition
      const branch = apply(condition, value, evaluated) ? then : otherwise
      if (branch !== undefined) this.judge(branch, value, at, evaluated)
    }
    if (isObject(value)) this.#judgeObject(node, value, at, evaluated)
    else if (isArray(value)) this.#judgeArray(node, value, at, evaluated)
    if (tracks && outer !== undefined && evaluated !== undefined) merge(evaluated, outer)
  }

  #judgeObject(node: SchemaNode, value: JsonObject, at: string, evaluated: Evaluated | undefined): void {
    for (const [name, each] of node.dependentSchemas)
      if (Object.hasOwn(value, name)) this.judge(each, value, at, evaluated)
    for (const name of Object.keys(value)) {
      const property = value[name] ?? null
      const place = at + join(name)
      for (const each of nodesOfProperty(node, name)) {
        this.judge(each, property, place, undefined)
        evaluated?.names.add(name)
      }
      if (node.propertyNames !== undefined && !matches(node.propertyNames.node, name)) {
        this.#report(node.propertyNames.keyword, place)
      }
    }
    if (node.unevaluatedProperties === undefined || evaluated === undefined) return
    for (const [name, property] of Object.entries(value)) {
      if (evaluated.names.has(name)) continue
      this.judge(node.unevaluatedProperties, property, at + join(name), undefined)
      evaluated.names.add(name)
    }
  }

  #judgeArray(node: SchemaNode, value: readonly Json[], at: string, evaluated: Evaluated | undefined): void {
    value.forEach((item, index) => {
      const each = nodeOfItem(node, index)
      if (each === undefined) return
      this.judge(each, item, at + join(index), undefined)
      evaluated?.items.add(index)
    })
    if (node.contains !== undefined) this.#judgeContains(node.contains, value, at, evaluated)
    if (node.unevaluatedItems === undefined || evaluated === undefined) return
    for (const [index, item] of value.entries()) {
      if (evaluated.items.has(index)) continue
      this.judge(node.unevaluatedItems, item, at + join(index), undefined)
      evaluated.items.add(index)
    }
  }

  #judgeContains(contains: Contains, value: readonly Json[], at: string, evaluated: Evaluated | undefined): void {
    const matching = [...value.keys()].filter((index) => matches(contains.node, value[index] ?? null))
    for (const index of matching) evaluated?.items.add(index)
    if (matching.length < contains.least) this.#report(contains.leastKeyword, at)
    if (matching.length > contains.most && contains.mostKeyword !== undefined) this.#report(contains.mostKeyword, at)
  }

  #judgeChoice(choice: Alternatives, value: Json, at: string, evaluated: Evaluated | undefined): void {
    if (this.#isDone) return
    const { keyword, branches } = choice
    const results = branches.map((node) => {
      const walk = new Walk(this.#stopsAtFirst)
      const own: Evaluated = { names: new Set(), items: new Set() }
      walk.judge(node, value, at, own)
      return { node, own, found: walk.found }
    })
    const matching = results.filter((each) => each.found.length === 0)
    // If no branch matches, the properties of every branch count as evaluated. Only the `oneOf` or `anyOf` is then
    // reported.
    if (evaluated !== undefined) for (const each of matching.length > 0 ? matching : results) merge(each.own, evaluated)
    const named = branchNamedBy(value, choice)
    const chosen = named === undefined ? undefined : results.find((each) => each.node === named)
    // OpenAPI 3.1.1 §4.8.25: the value must match the branch that the discriminator selects.
    if (chosen !== undefined && chosen.found.length > 0) {
      this.found.push(...chosen.found)
      return
    }
    if (matching.length === 1 || (matching.length > 1 && keyword.name === 'anyOf')) return
    const meant = matching.length > 1 ? undefined : meantBranch(results, at)
    if (meant !== undefined) this.found.push(...meant.found)
    else if (matching.length > 1) this.#report(keyword, at, `, but ${matching.length} match`)
    else this.#report(keyword, at)
  }

  #report(keyword: Keyword, at: string, more = ''): void {
    this.found.push({ keyword, at, expected: describeKeyword(keyword) + more })
  }
}

/**
 * Returns true if the value matches the schema. In this case, adds the evaluated properties and items to `evaluated`.
 */
function apply(node: SchemaNode, value: Json, evaluated: Evaluated | undefined): boolean {
  const walk = new Walk(true)
  const own: Evaluated = { names: new Set(), items: new Set() }
  walk.judge(node, value, '', own)
  if (walk.found.length > 0) return false
  if (evaluated !== undefined) merge(own, evaluated)
  return true
}

function merge(from: Evaluated, into: Evaluated): void {
  for (const name of from.names) into.names.add(name)
  for (const index of from.items) into.items.add(index)
}
