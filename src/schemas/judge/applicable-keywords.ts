import type { Json } from '../../json.ts'
import { ownKeywords, ownMembers } from '../list-keywords.ts'
import type { Keyword, Member } from '../schema.ts'
import type { Part } from '../nodes/schema-node.ts'

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'

/** What one part asks of a value of each kind: pointers of keywords, and the members that it may turn out to be. */
export interface ApplicableKeywords {
  readonly of: Readonly<Record<Kind, readonly string[]>>
  readonly scalars: ReadonlyMap<Json, string>
  readonly others: readonly Member[]
  /** Keywords that are asked only of objects with a certain member. */
  readonly beside: readonly { readonly name: string; readonly pointer: string }[]
}

const made = new WeakMap<Part, ApplicableKeywords>()
const KINDS: readonly Kind[] = ['null', 'boolean', 'number', 'string', 'array', 'object']

export function kindOf(value: Json): Kind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as Kind
}

/** Worked out on first use, once for each part. */
export function applicableKeywords(part: Part): ApplicableKeywords {
  const known = made.get(part)
  if (known !== undefined) return known
  const members = ownMembers(part)
  const of = Object.fromEntries(KINDS.map((kind) => [kind, pointersFor(part, kind)])) as Record<Kind, string[]>
  const questions: ApplicableKeywords = {
    of,
    scalars: new Map(members.filter((each) => isScalar(each.value)).map((each) => [each.value, each.pointer])),
    others: members.filter((each) => !isScalar(each.value)),
    beside: part.assertions.flatMap(({ beside, keyword }) =>
      beside === undefined ? [] : [{ name: beside, pointer: keyword.pointer }],
    ),
  }
  made.set(part, questions)
  return questions
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null
}

function pointersFor(part: Part, kind: Kind): string[] {
  if (part.never !== undefined) return []
  const asked = new Map(part.assertions.map((each) => [each.keyword, each.asked]))
  const apart = new Set([
    ...part.faulty,
    ...part.assertions.filter((each) => each.beside !== undefined).map((each) => each.keyword),
  ])
  const own = ownKeywords(part).filter((keyword) => {
    if (apart.has(keyword)) return false
    if (kind === 'null') return keyword.value === null ? keyword.name === 'const' : isNullOnly(keyword)
    const of = asked.get(keyword) ?? ASKED_OF_A_KIND[keyword.name] ?? 'any'
    return of === 'any' || of === kind
  })
  return [...own, ...neversBelow(part, kind)].map((each) => each.pointer)
}

const ASKED_OF_A_KIND: Readonly<Record<string, Kind>> = {
  propertyNames: 'object',
  contains: 'array',
  minContains: 'array',
  maxContains: 'array',
}

function isNullOnly({ name, value }: Keyword): boolean {
  return name === 'type' && (value === 'null' || (Array.isArray(value) && value.length === 1 && value[0] === 'null'))
}

/** Schemas `false` below are asked of the object or array that would hold what they forbid. */
function neversBelow(part: Part, kind: Kind): Keyword[] {
  const below =
    kind === 'object'
      ? [
          ...part.properties.values(),
          ...part.patternProperties.map((each) => each.part),
          part.additionalProperties,
          part.unevaluatedProperties,
        ]
      : kind === 'array'
        ? [...part.prefixItems, part.items, part.unevaluatedItems]
        : []
  return below.map((each) => each?.never).filter((each) => each !== undefined)
}
