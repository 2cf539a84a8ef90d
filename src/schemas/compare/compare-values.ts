import { isArray, type Json } from '../../json.ts'
import { isSameJson } from '../values/values.ts'
import { difference, type CompareCase } from './comparing.ts'
import type { SchemaDifference } from './difference.ts'
import { accepts, caseOf, said, typeOf, type Said, type TypeCase, type ValueType } from './flat.ts'

/**
 * Returns a function that compares the enumerated values of two schemas, for values of the given types. The values are
 * listed in `enum`, in `const`, or in a union of schemas with these keywords.
 */
export function compareValues(types: readonly ValueType[]): CompareCase {
  return (base, head) => {
    const [mine, theirs] = [listedIn(base, types), listedIn(head, types)]
    if (mine === undefined || theirs === undefined) return compareWhole(base, head, mine, theirs)
    const isIn = (all: readonly Said[], { value }: Said): boolean => all.some((each) => isSameJson(each.value, value))
    const keyword = mine.length === 1 && theirs.length === 1 ? 'const' : 'enum'
    const [removed, added] = [mine.filter((each) => !isIn(theirs, each)), theirs.filter((each) => !isIn(mine, each))]
    // A `const` with a new value is reported as one change, not as a removed and an added value.
    const [one, other] = [removed[0], added[0]]
    if (keyword === 'const' && one !== undefined && other !== undefined) {
      const about = { aspect: 'values', movement: 'replaced', keyword, from: one.value, to: other.value } as const
      return [difference([base, head], [one, other], about)]
    }
    return [
      ...removed.map((each) =>
        difference([base, head], [each, undefined], {
          aspect: 'value',
          movement: 'narrowed',
          keyword: 'enum',
          from: each.value,
        }),
      ),
      ...added.map((each) =>
        difference([base, head], [undefined, each], {
          aspect: 'value',
          movement: 'widened',
          keyword: 'enum',
          to: each.value,
        }),
      ),
    ]
  }
}

/** Compares a schema that enumerates its values with a schema that enumerates none. */
function compareWhole(
  base: TypeCase,
  head: TypeCase,
  mine: readonly Said[] | undefined,
  theirs: readonly Said[] | undefined,
): SchemaDifference[] {
  if (mine !== undefined) {
    const lost = mine.some(({ value }) => !accepts(head.flat, value))
    const from = mine.map(({ value }) => value)
    const about = { aspect: 'values', movement: lost ? 'replaced' : 'widened', keyword: 'enum', from } as const
    return [difference([base, head], [mine[0], undefined], about)]
  }
  if (theirs === undefined) return []
  const isNew = theirs.some(({ value }) => !accepts(base.flat, value))
  const to = theirs.map(({ value }) => value)
  const about = { aspect: 'values', movement: isNew ? 'replaced' : 'narrowed', keyword: 'enum', to } as const
  return [difference([base, head], [undefined, theirs[0]], about)]
}

/**
 * Returns the enumerated values of the given types. Returns undefined if the schema does not enumerate its values of
 * these types.
 */
export function listedIn(of: TypeCase, types: readonly ValueType[]): readonly Said[] | undefined {
  const own = said(of.parts, 'enum').flatMap(({ value, address }) =>
    isArray(value) ? [value.map((each, index) => ({ value: each, address: `${address}/${index}` }))] : [],
  )
  const constants = said(of.parts, 'const').map((each) => [each])
  const [first, ...others] = [...constants, ...own]
  const ofType = ({ value }: Said): boolean => types.includes(typeOf(value))
  if (first !== undefined) {
    const among = (list: readonly Said[], value: Json): boolean => list.some((each) => isSameJson(each.value, value))
    return distinct(first.filter(ofType).filter(({ value }) => others.every((list) => among(list, value))))
  }
  for (const { branches } of of.unions) {
    const lists = branches.map((branch) => listedIn(caseOf(branch, types), types))
    if (lists.every((list) => list !== undefined)) return distinct(lists.flat())
  }
  return undefined
}

function distinct(all: readonly Said[]): Said[] {
  return all.filter((each, index) => all.findIndex((other) => isSameJson(other.value, each.value)) === index)
}
