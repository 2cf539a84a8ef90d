import { pointer as join } from '../../document/json-pointer.ts'
import { isArray, isObject, stringifyJson, type Json } from '../../json.ts'
import { contextFor, drawMatching } from './candidates.ts'
import { extraNode } from './constraints.ts'
import { agreesWithDiscriminators } from './discriminated.ts'
import { first, take } from '../values/iterables.ts'
import { MOST_ITEMS } from './draw-arrays.ts'
import { LONGEST } from './draw-scalars.ts'
import { placeAt } from '../values/place-value.ts'
import { placesFrom, type Places } from './reach-place.ts'
import { placeholder, type Resolve, type Placeholder } from './placeholders.ts'
import { listedNodes, listKeywords, ownKeywords, ownNamedValues } from '../list-keywords.ts'
import { matches } from '../judge/find-mismatches.ts'
import { travellingNames, type SchemaNode } from '../nodes/schema-node.ts'
import { nodeOf } from '../nodes/node-of.ts'
import { codePointLength, isNumeric, plus, type Numeric } from '../values/values.ts'
import type { Direction, Keyword, Schema } from '../schema.ts'
import { evaluate } from '../list-evaluations.ts'

/** A valid value that tests one part of its schema, such as one enum value. */
export interface Variant {
  /**
   * The tested part. Examples: `/properties/note/alone` (only this optional property), `/properties/status/enum/paid`.
   */
  readonly name: string
  readonly value: Json
  /**
   * JSON Pointers of the keywords, enum values and nulls that the value tests. A bound such as `maxLength: 5` is tested
   * only by a value exactly at the bound.
   */
  readonly pointers: readonly string[]
}

export interface VariantOptions {
  readonly direction: Direction
  readonly seed: number
  /**
   * A valid value from which each variant differs in one place. It may contain placeholders such as `{ $time: … }`.
   * Default: a generated value.
   */
  readonly base?: Json
  /**
   * Returns the value of a placeholder in `base`, such as `{ $time: … }`. Returns undefined if the value is known only
   * during the run.
   */
  readonly resolve?: Resolve
}

/**
 * For the keyword of a bound: the keywords that force a generated value to exactly this bound. The value of an
 * exclusive bound is itself invalid, so the generated value is next to it.
 */
const AT_THE_BOUND: Readonly<Record<string, (bound: Numeric) => Readonly<Record<string, Json>>>> = {
  minLength: (bound) => ({ maxLength: bound }),
  maxLength: (bound) => (bound > LONGEST ? {} : { minLength: bound }),
  minimum: (bound) => ({ maximum: bound }),
  maximum: (bound) => ({ minimum: bound }),
  exclusiveMinimum: (bound) => ({ maximum: plus(bound, 1) }),
  exclusiveMaximum: (bound) => ({ minimum: plus(bound, -1) }),
  minItems: (bound) => ({ maxItems: bound }),
  maxItems: (bound) => (bound > MOST_ITEMS ? {} : { minItems: bound }),
  minProperties: (bound) => ({ maxProperties: bound }),
  maxProperties: (bound) => (bound > MOST_ITEMS ? {} : { minProperties: bound }),
}

/**
 * Returns valid values that together test every part of a schema. Some have one optional property, one has all of them.
 * Others contain an enum value, a null, a value at a bound, or a certain branch. The same seed gives the same values.
 */
export function drawVariants(schema: Schema, { direction, seed, base, resolve }: VariantOptions): Variant[] {
  const root = nodeOf(schema, direction)
  const drawn = base ?? first(drawMatching([root], contextFor(root, seed)))
  if (drawn === undefined) return []
  return new Variants(schema, root, seed, placeholder(root, drawn, seed, resolve)).all(base === undefined)
}

class Variants {
  readonly #schema: Schema
  readonly #root: SchemaNode
  readonly #seed: number
  readonly #base: Placeholder
  readonly #variants: Variant[] = []
  readonly #shown = new Set<string>()
  readonly #texts = new Set<string>()
  readonly #keywords: ReadonlyMap<string, Keyword>
  readonly #reach: Places

  constructor(schema: Schema, root: SchemaNode, seed: number, base: Placeholder) {
    this.#schema = schema
    this.#root = root
    this.#seed = seed
    this.#base = base
    this.#reach = placesFrom(root, base.value, seed)
    this.#keywords = new Map(listKeywords(schema, root.direction).map((each) => [each.pointer, each]))
  }

  all(withBase: boolean): Variant[] {
    if (withBase) this.#add('/smallest', this.#base.value)
    this.#addPropertiesOfRoot()
    const nodes = listedNodes(this.#root)
    for (const node of nodes) this.#addNamed(node)
    for (const node of nodes) for (const keyword of ownKeywords(node)) this.#addBound(node, keyword)
    for (const node of nodes) {
      if (ownKeywords(node).some((each) => each.fault === undefined && !this.#shown.has(each.pointer))) {
        this.#add(node.schema.pointer === '' ? '/again' : node.schema.pointer, this.#reach(node)?.root)
      }
    }
    return this.#variants
  }

  /** Adds a variant for each optional property alone, and a variant with all of them. */
  #addPropertiesOfRoot(): void {
    const context = contextFor(this.#root, this.#seed, { examples: 'members', ahead: true })
    const names = new Set(travellingNames(listedNodes(this.#root).filter(isOfRoot)))
    const smallest = first(drawMatching([this.#root], context))
    for (const name of names) {
      if (isObject(smallest) && Object.hasOwn(smallest, name)) continue
      const drawn = { ...context, names: [name] }
      this.#add(`${join('properties', name)}/alone`, first(drawMatching([this.#root], drawn)))
    }
    if (names.size > 0) {
      this.#add('/all-members', first(drawMatching([this.#root], { ...context, optional: 'all' })))
    }
  }

  #addNamed(node: SchemaNode): void {
    const named = ownNamedValues(node)
    const reached = named.length === 0 ? undefined : this.#reach(node)
    for (const { pointer, value } of named) {
      if (reached === undefined || this.#shown.has(pointer)) continue
      const whole = placeAt(reached.root, reached.at, value)
      this.#add(pointer, this.#isSound(whole) ? whole : this.#inOtherBase(node, value))
    }
  }

  /**
   * Puts `value` into another generated value. Needed if `value` is impossible in the first generated value, because of
   * another property there.
   */
  #inOtherBase(node: SchemaNode, value: Json): Json | undefined {
    for (const other of take(drawMatching([this.#root], contextFor(this.#root, this.#seed, { optional: 'all' })), 10)) {
      const reached = placesFrom(this.#root, other, this.#seed)(node)
      const whole = reached === undefined ? undefined : placeAt(reached.root, reached.at, value)
      if (whole !== undefined && this.#isSound(whole)) return whole
    }
    return undefined
  }

  #addBound(node: SchemaNode, { name, value: bound, pointer }: Keyword): void {
    const keywordValue = AT_THE_BOUND[name]?.(isNumeric(bound) ? bound : 0)
    if (keywordValue === undefined || this.#shown.has(pointer)) return
    const reached = this.#reach(node)
    if (reached === undefined) return
    const type = node.assertions.find((each) => each.keyword.pointer === pointer)?.appliesTo ?? 'any'
    const extra = extraNode(node, type === 'any' ? keywordValue : { ...keywordValue, type })
    for (const value of take(drawMatching([...reached.flat, extra], contextFor(this.#root, this.#seed)), 5)) {
      const whole = placeAt(reached.root, reached.at, value)
      if (!matches(this.#root, whole)) continue
      this.#add(pointer, whole)
      if (this.#shown.has(pointer)) return
    }
  }

  #isSound(whole: Json): boolean {
    return matches(this.#root, whole) && agreesWithDiscriminators(this.#root, whole)
  }

  #add(name: string, value: Json | undefined): void {
    if (value === undefined || !this.#isSound(value)) return
    const text = stringifyJson(value)
    if (this.#texts.has(text)) return
    this.#texts.add(text)
    const pointers = this.#evidenceOf(value)
    for (const each of pointers) this.#shown.add(each)
    this.#variants.push({ name, value: this.#base.restore(value), pointers })
  }

  #evidenceOf(value: Json): string[] {
    const appliesTo = evaluate(this.#schema, value, this.#root.direction).filter((each) => {
      const keyword = this.#keywords.get(each.pointer)
      return keyword === undefined || isAtBound(keyword, each.value)
    })
    return [...new Set(appliesTo.map((each) => each.pointer))]
  }
}

function isOfRoot(node: SchemaNode): boolean {
  return node.instance === ''
}

/**
 * True if a value is exactly at the bound of a keyword. Also true for a keyword without a bound, and for a bound that
 * is too large to reach.
 */
export function isAtBound({ name, value: bound }: Keyword, value: Json): boolean {
  const size = sizeFor(name, value)
  if (size === undefined || (name.endsWith('Length') ? Number(bound) > LONGEST : false)) return true
  if ((name === 'maxItems' || name === 'maxProperties') && Number(bound) > MOST_ITEMS) return true
  return size === bound
}

function sizeFor(name: string, value: Json): Numeric | undefined {
  if (name === 'minLength' || name === 'maxLength')
    return typeof value === 'string' ? codePointLength(value) : undefined
  if (name === 'minimum' || name === 'maximum') return isNumeric(value) ? value : undefined
  if (name === 'minItems' || name === 'maxItems') return isArray(value) ? value.length : undefined
  if (name === 'minProperties' || name === 'maxProperties') {
    return isObject(value) ? Object.keys(value).length : undefined
  }
  return undefined
}
