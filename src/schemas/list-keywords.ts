import { childOf } from '../document/document.ts'
import { pointer } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import type { Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import { areEqual } from './values/values.ts'
import type { Direction, Keyword, Member, Schema } from './schema.ts'

const keywordsOf = new WeakMap<Part, readonly Keyword[]>()
const membersOf = new WeakMap<Part, readonly Member[]>()

/**
 * Every keyword use that a value can keep or break, along the use path and in the order of the document. `$ref`s are
 * followed and stop at a cycle. What stands in `not`, `if`, `contains` and `propertyNames` is asked as a whole and not
 * listed. Nothing is listed of a property that does not travel this way.
 */
export function listKeywords(schema: Schema, direction: Direction): readonly Keyword[] {
  const root = partOf(schema, direction)
  const known = keywordsOf.get(root)
  if (known !== undefined) return known
  const keywords = listedParts(root).flatMap(ownKeywords)
  keywordsOf.set(root, keywords)
  return keywords
}

/** Every value that a schema names one by one: members of each `enum`, and null where `type` lists it with others. */
export function listMembers(schema: Schema, direction: Direction): readonly Member[] {
  const root = partOf(schema, direction)
  const known = membersOf.get(root)
  if (known !== undefined) return known
  const members = listedParts(root).flatMap(ownMembers)
  membersOf.set(root, members)
  return members
}

/** The members of one part's own `type` and `enum`. */
export function ownMembers(part: Part): Member[] {
  const keywords = part.assertions.map((each) => each.keyword)
  const type = keywords.find((each) => each.name === 'type')
  const members = keywords.find((each) => each.name === 'enum')
  const nullable = type !== undefined && isNullable(type.value)
  const listed = members !== undefined && isArray(members.value) ? members.value : undefined
  const isShown = nullable && (listed === undefined || listed.some((one) => one === null)) && !forbidsNull(keywords)
  const names = new Set<string>()
  return [
    ...(isShown ? [nullMember(type)] : []),
    ...(members === undefined || listed === undefined ? [] : listed).flatMap((value, index): Member[] => {
      if (value === null && isShown) return []
      const plain = typeof value === 'string' ? value : JSON.stringify(value)
      const name = names.has(plain) ? JSON.stringify(value) : plain
      if (names.has(name)) return []
      names.add(name)
      const address = childOf(part.schema.address, 'enum', index)
      return members === undefined
        ? []
        : [{ pointer: members.pointer + pointer(name), value, kind: 'enum-member', address, keyword: members }]
    }),
  ]
}

function nullMember(type: Keyword): Member {
  const index = isArray(type.value) ? type.value.indexOf('null') : -1
  return {
    pointer: `${type.pointer}/null`,
    value: null,
    kind: 'nullable',
    address: index < 0 ? type.address : childOf(type.address, index),
    keyword: type,
  }
}

function isNullable(type: Json): boolean {
  return isArray(type) && type.length > 1 && type.includes('null')
}

function forbidsNull(keywords: readonly Keyword[]): boolean {
  return keywords.some((each) => each.name === 'const' && !areEqual(each.value, null))
}

/** Whether keywords are asked deeper down too, under the pointer of their first place: a schema leads back to itself. */
export function leadsBack(schema: Schema, direction: Direction): boolean {
  let isMetAgain = false
  listedParts(partOf(schema, direction), () => {
    isMetAgain = true
  })
  return isMetAgain
}

/** The parts whose keywords are promises of their own, each once, in the order of the document. */
export function listedParts(root: Part, meetAgain: (part: Part) => void = () => {}): Part[] {
  const seen = new Set<Part>()
  const visit = (part: Part): void => {
    if (seen.has(part)) return meetAgain(part)
    seen.add(part)
    part.always.forEach(visit)
    part.choices.forEach((choice) => choice.branches.forEach(visit))
    for (const each of [part.condition?.then, part.condition?.else]) if (each !== undefined) visit(each)
    part.dependentSchemas.forEach(visit)
    for (const [name, each] of part.properties) if (!part.silent.has(name)) visit(each)
    part.patternProperties.forEach((each) => visit(each.part))
    part.prefixItems.forEach(visit)
    for (const each of [part.additionalProperties, part.items, part.unevaluatedProperties, part.unevaluatedItems]) {
      if (each !== undefined) visit(each)
    }
  }
  visit(root)
  return [...seen]
}

/** The keywords of one part, without those of the parts below it. */
export function ownKeywords(part: Part): Keyword[] {
  if (part.never !== undefined) return [part.never]
  const { contains, not, propertyNames } = part
  const own = [
    ...part.assertions.map((each) => each.keyword),
    ...part.faulty,
    ...part.choices.map((each) => each.keyword),
    ...(not === undefined ? [] : [not.keyword]),
    ...(propertyNames === undefined ? [] : [propertyNames.keyword]),
    ...(contains === undefined ? [] : [contains.least > 0 ? contains.leastKeyword : undefined, contains.mostKeyword]),
  ].filter((each) => each !== undefined)
  const order = isObject(part.schema.value) ? Object.keys(part.schema.value) : []
  const unique = [...new Map(own.map((each) => [each.pointer, each])).values()]
  return unique.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
}
