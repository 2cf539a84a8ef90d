import { pointer as join } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Keyword, Mismatch } from '../schema.ts'
import { describeKeyword } from './describe-keyword.ts'
import { isAsked, partOfItem, partsOfMember, type Choice, type Contains, type Part } from '../nodes/schema-node.ts'
import { meantBranch } from './meant-branch.ts'

/** Which members and items of one value some schema spoke of. JSON Schema 2020-12 Core §11. */
interface Spoken {
  readonly names: Set<string>
  readonly items: Set<number>
}

/**
 * Every keyword that a value breaks, at every place, each judged alone. What an item or member is spoken of by a
 * schema that is itself broken counts as spoken of: one mistake is not told twice.
 */
export function findMismatches(part: Part, value: Json, at = ''): Mismatch[] {
  const walk = new Walk()
  walk.judge(part, value, at, undefined)
  return walk.found
}

/** Whether a value keeps a part. */
export function holds(part: Part, value: Json): boolean {
  return findMismatches(part, value).length === 0
}

/** What the schemas of a part, but for its own `unevaluated…`, speak of in a value. */
export function spokenOf(part: Part, value: Json): Spoken {
  const { unevaluatedItems: _items, unevaluatedProperties: _names, ...rest } = part
  const spoken: Spoken = { names: new Set(), items: new Set() }
  new Walk().judge(rest, value, '', spoken)
  return spoken
}

class Walk {
  readonly found: Mismatch[] = []

  judge(part: Part, value: Json, at: string, outer: Spoken | undefined): void {
    if (part.never !== undefined) return this.#tell(part.never, at)
    const tracks = part.unevaluatedProperties !== undefined || part.unevaluatedItems !== undefined
    const spoken = tracks ? { names: new Set<string>(), items: new Set<number>() } : outer
    for (const assertion of part.assertions) {
      if (!isAsked(assertion.asked, value)) continue
      for (const suffix of assertion.broken(value)) this.#tell(assertion.keyword, at + suffix)
    }
    for (const each of part.always) this.judge(each, value, at, spoken)
    for (const choice of part.choices) this.#judgeChoice(choice, value, at, spoken)
    if (part.not !== undefined && holds(part.not.part, value)) this.#tell(part.not.keyword, at)
    if (part.condition !== undefined) {
      const { if: condition, then, else: otherwise } = part.condition
      const branch = apply(condition, value, spoken) ? then : otherwise
      if (branch !== undefined) this.judge(branch, value, at, spoken)
    }
    if (isObject(value)) this.#judgeObject(part, value, at, spoken)
    else if (isArray(value)) this.#judgeArray(part, value, at, spoken)
    if (tracks && outer !== undefined && spoken !== undefined) merge(spoken, outer)
  }

  #judgeObject(part: Part, value: JsonObject, at: string, spoken: Spoken | undefined): void {
    for (const [name, each] of part.dependentSchemas)
      if (Object.hasOwn(value, name)) this.judge(each, value, at, spoken)
    for (const [name, member] of Object.entries(value)) {
      for (const each of partsOfMember(part, name)) {
        this.judge(each, member, at + join(name), undefined)
        spoken?.names.add(name)
      }
      if (part.propertyNames !== undefined && !holds(part.propertyNames.part, name)) {
        this.#tell(part.propertyNames.keyword, at + join(name))
      }
    }
    if (part.unevaluatedProperties === undefined || spoken === undefined) return
    for (const [name, member] of Object.entries(value)) {
      if (spoken.names.has(name)) continue
      this.judge(part.unevaluatedProperties, member, at + join(name), undefined)
      spoken.names.add(name)
    }
  }

  #judgeArray(part: Part, value: readonly Json[], at: string, spoken: Spoken | undefined): void {
    value.forEach((item, index) => {
      const each = partOfItem(part, index)
      if (each === undefined) return
      this.judge(each, item, at + join(index), undefined)
      spoken?.items.add(index)
    })
    if (part.contains !== undefined) this.#judgeContains(part.contains, value, at, spoken)
    if (part.unevaluatedItems === undefined || spoken === undefined) return
    for (const [index, item] of value.entries()) {
      if (spoken.items.has(index)) continue
      this.judge(part.unevaluatedItems, item, at + join(index), undefined)
      spoken.items.add(index)
    }
  }

  #judgeContains(contains: Contains, value: readonly Json[], at: string, spoken: Spoken | undefined): void {
    const matching = [...value.keys()].filter((index) => holds(contains.part, value[index] ?? null))
    for (const index of matching) spoken?.items.add(index)
    if (matching.length < contains.least) this.#tell(contains.leastKeyword, at)
    if (matching.length > contains.most && contains.mostKeyword !== undefined) this.#tell(contains.mostKeyword, at)
  }

  #judgeChoice(
    { keyword, branches, discriminator }: Choice,
    value: Json,
    at: string,
    spoken: Spoken | undefined,
  ): void {
    const results = branches.map((part) => {
      const walk = new Walk()
      const own: Spoken = { names: new Set(), items: new Set() }
      walk.judge(part, value, at, own)
      return { part, own, found: walk.found }
    })
    const holding = results.filter((each) => each.found.length === 0)
    // Where no branch holds, all speak: what is unknown to each of them is told once, by the choice.
    if (spoken !== undefined) for (const each of holding.length > 0 ? holding : results) merge(each.own, spoken)
    if (holding.length === 1 || (holding.length > 1 && keyword.name === 'anyOf')) return
    const meant = holding.length > 1 ? undefined : meantBranch(results, value, at, discriminator)
    if (meant !== undefined) this.found.push(...meant.found)
    else if (holding.length > 1) this.#tell(keyword, at, `, but ${holding.length} hold`)
    else this.#tell(keyword, at)
  }

  #tell(keyword: Keyword, at: string, more = ''): void {
    this.found.push({ keyword, at, expected: describeKeyword(keyword) + more })
  }
}

/** Whether a part holds; if so, what it speaks of is noted. */
function apply(part: Part, value: Json, spoken: Spoken | undefined): boolean {
  const walk = new Walk()
  const own: Spoken = { names: new Set(), items: new Set() }
  walk.judge(part, value, '', own)
  if (walk.found.length > 0) return false
  if (spoken !== undefined) merge(own, spoken)
  return true
}

function merge(from: Spoken, into: Spoken): void {
  for (const name of from.names) into.names.add(name)
  for (const index of from.items) into.items.add(index)
}
