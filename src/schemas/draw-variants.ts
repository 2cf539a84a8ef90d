import { pointer as join } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { contextFor, drawHolding } from './draw/candidates.ts'
import { extraPart } from './draw/constraints.ts'
import { isAsNamed } from './draw/discriminated.ts'
import { first, take } from './draw/draw-context.ts'
import { MOST_ITEMS } from './draw/draw-arrays.ts'
import { LONGEST } from './draw/draw-scalars.ts'
import { placeAt } from './values/place-value.ts'
import { reachPlace } from './draw/reach-place.ts'
import { placeholder, type Resolve, type Placeholder } from './draw/placeholders.ts'
import { listedParts, listKeywords, ownKeywords, ownMembers } from './list-keywords.ts'
import { holds } from './judge/find-mismatches.ts'
import { travellingNames, type Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import { lengthOf } from './values/values.ts'
import type { Direction, Keyword, Schema } from './schema.ts'
import { evaluate } from './list-evaluations.ts'

/** A value that keeps a schema, drawn to show something of it. */
export interface Variant {
  /** What it shows, as a pointer: `/properties/note/alone`, `/properties/status/enum/paid`, `/properties/name/maxLength`. */
  readonly name: string
  readonly value: Json
  /** Keywords and members that it is evidence for: bounds only where the value is at the bound itself. */
  readonly pointers: readonly string[]
}

export interface VariantOptions {
  readonly direction: Direction
  readonly seed: number
  /** What variants change one thing of; drawn where it is not given. `$` literals of a scenario stay as they are. */
  readonly base?: Json
  /** What a `$` literal in `base` will be, where it is known. */
  readonly resolve?: Resolve
}

/** Bounds by name, and what a value at the bound asks besides. Open bounds have no value at the bound. */
const AT_THE_BOUND: Readonly<Record<string, (bound: number) => Readonly<Record<string, Json>>>> = {
  minLength: (bound) => ({ maxLength: bound }),
  maxLength: (bound) => (bound > LONGEST ? {} : { minLength: bound }),
  minimum: (bound) => ({ maximum: bound }),
  maximum: (bound) => ({ minimum: bound }),
  exclusiveMinimum: (bound) => ({ maximum: bound + 1 }),
  exclusiveMaximum: (bound) => ({ minimum: bound - 1 }),
  minItems: (bound) => ({ maxItems: bound }),
  maxItems: (bound) => (bound > MOST_ITEMS ? {} : { minItems: bound }),
  minProperties: (bound) => ({ maxProperties: bound }),
  maxProperties: (bound) => (bound > MOST_ITEMS ? {} : { minProperties: bound }),
}

/**
 * Values that keep a schema and between them show all of it: each optional member alone and all together, each enum
 * member, each null, each bound from just inside, each branch. All are checked. Same seed, same values.
 */
export function drawVariants(schema: Schema, { direction, seed, base, resolve }: VariantOptions): Variant[] {
  const root = partOf(schema, direction)
  const drawn = base ?? first(drawHolding([root], contextFor(root, seed)))
  if (drawn === undefined) return []
  return new Variants(schema, root, seed, placeholder(root, drawn, seed, resolve)).all(base === undefined)
}

class Variants {
  readonly #schema: Schema
  readonly #root: Part
  readonly #seed: number
  readonly #base: Placeholder
  readonly #variants: Variant[] = []
  readonly #shown = new Set<string>()
  readonly #texts = new Set<string>()
  readonly #keywords: ReadonlyMap<string, Keyword>

  constructor(schema: Schema, root: Part, seed: number, base: Placeholder) {
    this.#schema = schema
    this.#root = root
    this.#seed = seed
    this.#base = base
    this.#keywords = new Map(listKeywords(schema, root.direction).map((each) => [each.pointer, each]))
  }

  all(withBase: boolean): Variant[] {
    if (withBase) this.#add('/smallest', this.#base.value)
    this.#addMembersOfRoot()
    const parts = listedParts(this.#root)
    for (const part of parts) this.#addNamed(part)
    for (const part of parts) for (const keyword of ownKeywords(part)) this.#addBound(part, keyword)
    for (const part of parts) {
      if (ownKeywords(part).some((each) => each.fault === undefined && !this.#shown.has(each.pointer))) {
        this.#add(part.schema.pointer === '' ? '/again' : part.schema.pointer, this.#reach(part)?.root)
      }
    }
    return this.#variants
  }

  /** Each optional member alone, and all together. */
  #addMembersOfRoot(): void {
    const context = contextFor(this.#root, this.#seed, { examples: 'members', ahead: true })
    const names = new Set(travellingNames(listedParts(this.#root).filter(isOfRoot)))
    const smallest = first(drawHolding([this.#root], context))
    for (const name of names) {
      if (isObject(smallest) && Object.hasOwn(smallest, name)) continue
      const drawn = { ...context, names: [name] }
      this.#add(`${join('properties', name)}/alone`, first(drawHolding([this.#root], drawn)))
    }
    if (names.size > 0) {
      this.#add('/all-members', first(drawHolding([this.#root], { ...context, optional: 'all' })))
    }
  }

  #addNamed(part: Part): void {
    const members = ownMembers(part)
    const reached = members.length === 0 ? undefined : this.#reach(part)
    for (const { pointer, value } of members) {
      if (reached === undefined || this.#shown.has(pointer)) continue
      const whole = placeAt(reached.root, reached.at, value)
      this.#add(pointer, this.#isSound(whole) ? whole : this.#withMember(part, value))
    }
  }

  /** A value whose other members suit this one, where the base's do not. */
  #withMember(part: Part, value: Json): Json | undefined {
    for (const other of take(drawHolding([this.#root], contextFor(this.#root, this.#seed, { optional: 'all' })), 10)) {
      const reached = reachPlace(part, other, this.#seed)
      const whole = reached === undefined ? undefined : placeAt(reached.root, reached.at, value)
      if (whole !== undefined && this.#isSound(whole)) return whole
    }
    return undefined
  }

  #addBound(part: Part, { name, value: bound, pointer }: Keyword): void {
    const asks = AT_THE_BOUND[name]?.(Number(bound))
    if (asks === undefined || this.#shown.has(pointer)) return
    const reached = this.#reach(part)
    if (reached === undefined) return
    const type = part.assertions.find((each) => each.keyword.pointer === pointer)?.asked ?? 'any'
    const extra = extraPart(part, type === 'any' ? asks : { ...asks, type })
    for (const value of take(drawHolding([...reached.flat, extra], contextFor(this.#root, this.#seed)), 5)) {
      const whole = placeAt(reached.root, reached.at, value)
      if (!holds(this.#root, whole)) continue
      this.#add(pointer, whole)
      if (this.#shown.has(pointer)) return
    }
  }

  #isSound(whole: Json): boolean {
    return holds(this.#root, whole) && isAsNamed(this.#root, whole)
  }

  #reach(part: Part): ReturnType<typeof reachPlace> {
    return reachPlace(part, this.#base.value, this.#seed)
  }

  #add(name: string, value: Json | undefined): void {
    if (value === undefined || !this.#isSound(value)) return
    const text = JSON.stringify(value)
    if (this.#texts.has(text)) return
    this.#texts.add(text)
    const pointers = this.#evidenceOf(value)
    for (const each of pointers) this.#shown.add(each)
    this.#variants.push({ name, value: this.#base.restore(value), pointers })
  }

  #evidenceOf(value: Json): string[] {
    const asked = evaluate(this.#schema, value, this.#root.direction).filter((each) => {
      const keyword = this.#keywords.get(each.pointer)
      return keyword === undefined || isAtBound(keyword, each.value)
    })
    return [...new Set(asked.map((each) => each.pointer))]
  }
}

function isOfRoot(part: Part): boolean {
  return part.instance === ''
}

/** Whether a value is the last that keeps a bound; for other keywords, and bounds too far to draw, any value is. */
export function isAtBound({ name, value: bound }: Keyword, value: Json): boolean {
  const size = sizeFor(name, value)
  if (size === undefined || (name.endsWith('Length') ? Number(bound) > LONGEST : false)) return true
  if ((name === 'maxItems' || name === 'maxProperties') && Number(bound) > MOST_ITEMS) return true
  return size === bound
}

function sizeFor(name: string, value: Json): number | undefined {
  if (name === 'minLength' || name === 'maxLength') return typeof value === 'string' ? lengthOf(value) : undefined
  if (name === 'minimum' || name === 'maximum') return typeof value === 'number' ? value : undefined
  if (name === 'minItems' || name === 'maxItems') return isArray(value) ? value.length : undefined
  if (name === 'minProperties' || name === 'maxProperties') {
    return isObject(value) ? Object.keys(value).length : undefined
  }
  return undefined
}
