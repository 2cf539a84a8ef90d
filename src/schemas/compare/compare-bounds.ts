import type { Json } from '../../json.ts'
import { isMultiple, isNumeric, type Numeric } from '../values/values.ts'
import { difference, fromTo, type CompareCase } from './comparing.ts'
import type { SchemaDifference } from './difference.ts'
import { said, type Part, type Said, type TypeCase } from './flat.ts'

/**
 * The strictest lower or upper bound of a schema. `excluded` is true for exclusive bounds, such as `exclusiveMinimum`.
 */
interface Bound {
  readonly said: Said
  readonly value: Numeric
  readonly keyword: string
  readonly excluded: boolean
}

type Keywords = readonly (readonly [keyword: string, excluded: boolean])[]

/**
 * Returns a function that compares the lower bounds (`sign` 1) or upper bounds (`sign` -1) of two schemas. If a schema
 * has several bounds, only its strictest bound is compared.
 */
function bounds(keywords: Keywords, sign: 1 | -1): CompareCase {
  return (base, head) => {
    const [mine, theirs] = [strictest(base.parts, keywords, sign), strictest(head.parts, keywords, sign)]
    const order = compareBounds(mine, theirs, sign)
    if (order === 0) return []
    return [
      difference([base, head], [mine?.said, theirs?.said], {
        aspect: 'bound',
        movement: order < 0 ? 'narrowed' : 'widened',
        keyword: (theirs ?? mine)?.keyword ?? '',
        ...fromTo(mine?.value, theirs?.value),
      }),
    ]
  }
}

function strictest(parts: readonly Part[], keywords: Keywords, sign: 1 | -1): Bound | undefined {
  const all = keywords.flatMap(([keyword, excluded]) =>
    said(parts, keyword).flatMap((each): Bound[] =>
      isNumeric(each.value) ? [{ said: each, value: each.value, keyword, excluded }] : [],
    ),
  )
  // Leaves out bounds without effect, such as `minLength: 0`.
  const real = all.filter(({ value, keyword }) => !(keyword.startsWith('min') && keyword !== 'minimum' && value === 0))
  return real.reduce<Bound | undefined>(
    (best, each) => (best === undefined || compareBounds(best, each, sign) < 0 ? each : best),
    undefined,
  )
}

/**
 * Returns a negative number if `theirs` is the stricter bound, a positive number if `mine` is the stricter bound, and 0
 * if they are equal.
 */
function compareBounds(mine: Bound | undefined, theirs: Bound | undefined, sign: 1 | -1): number {
  if (mine === undefined || theirs === undefined) return Number(mine !== undefined) - Number(theirs !== undefined)
  if (mine.value === theirs.value) return Number(mine.excluded) - Number(theirs.excluded)
  return (mine.value < theirs.value ? -1 : 1) * sign
}

/** Compares `multipleOf`. JSON Schema 2020-12 Validation §6.2.1. */
const multiples: CompareCase = (base, head) => {
  const [mine, theirs] = [said(base.parts, 'multipleOf'), said(head.parts, 'multipleOf')]
  const covers = (one: readonly Said[], { value }: Said): boolean =>
    one.some((each) => isNumeric(each.value) && isNumeric(value) && isMultiple(each.value, value))
  const added = theirs.find((each) => !covers(mine, each))
  const removed = mine.find((each) => !covers(theirs, each))
  if (added === undefined && removed === undefined) return []
  const movement = added === undefined ? 'widened' : removed === undefined ? 'narrowed' : 'replaced'
  return [
    difference([base, head], [removed ?? mine[0], added ?? theirs[0]], {
      aspect: 'bound',
      movement,
      keyword: 'multipleOf',
      ...fromTo(mine[0]?.value, theirs[0]?.value),
    }),
  ]
}

const unique: CompareCase = (base, head) => {
  const isUnique = ({ parts }: TypeCase): Said | undefined =>
    said(parts, 'uniqueItems').find(({ value }) => value === true)
  const [mine, theirs] = [isUnique(base), isUnique(head)]
  if ((mine === undefined) === (theirs === undefined)) return []
  return [
    difference([base, head], [mine, theirs], {
      aspect: 'bound',
      movement: mine === undefined ? 'narrowed' : 'widened',
      keyword: 'uniqueItems',
    }),
  ]
}

const all = (...comparers: readonly CompareCase[]): CompareCase => {
  return (base, head, comparing): SchemaDifference[] => comparers.flatMap((each) => each(base, head, comparing))
}

/** Compares the numeric bounds of two schemas. */
export const compareNumbers: CompareCase = all(
  bounds(
    [
      ['minimum', false],
      ['exclusiveMinimum', true],
    ],
    1,
  ),
  bounds(
    [
      ['maximum', false],
      ['exclusiveMaximum', true],
    ],
    -1,
  ),
  multiples,
)

/** Compares the string lengths that two schemas allow. */
export const compareLengths: CompareCase = all(bounds([['minLength', false]], 1), bounds([['maxLength', false]], -1))

/** Compares the item counts that two schemas allow. */
export const compareItemCounts: CompareCase = all(
  bounds([['minItems', false]], 1),
  bounds([['maxItems', false]], -1),
  unique,
)

/** Compares the property counts that two schemas allow. */
export const comparePropertyCounts: CompareCase = all(
  bounds([['minProperties', false]], 1),
  bounds([['maxProperties', false]], -1),
)

/** Each row lists types, and the keywords that restrict only values of these types. */
const APPLIES: readonly (readonly [types: readonly string[], keywords: readonly string[]])[] = [
  [['string'], ['minLength', 'maxLength', 'pattern']],
  [
    ['integer', 'fraction'],
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ],
  [['array'], ['minItems', 'maxItems', 'uniqueItems']],
  [['object'], ['minProperties', 'maxProperties', 'required']],
]

/**
 * Compares bounds without effect, such as `maxLength` in an integer schema. A change of these bounds makes no value
 * valid or invalid. It is still reported, because people and code generators read the bounds.
 */
export function compareIdleBounds(types: ReadonlySet<string>): CompareCase {
  return (base, head) =>
    APPLIES.filter(([own]) => !own.some((type) => types.has(type)))
      .flatMap(([, keywords]) => keywords)
      .flatMap((keyword) => {
        const [mine, theirs] = [said(base.parts, keyword)[0], said(head.parts, keyword)[0]]
        if (textOf(mine?.value) === textOf(theirs?.value)) return []
        return [
          difference([base, head], [mine, theirs], {
            aspect: 'layout',
            movement: 'none',
            keyword,
            ...fromTo(mine?.value, theirs?.value),
          }),
        ]
      })
}

function textOf(value: Json | undefined): string {
  return String(value)
}
