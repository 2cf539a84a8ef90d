import { tokens } from '../../document/json-pointer.ts'
import { isObject } from '../../json.ts'
import { difference, type CompareCase, type Comparing } from './comparing.ts'
import { isNarrowing, isWidening, type Movement, type SchemaDifference } from './difference.ts'
import { areDistinct } from './same-schema.ts'
import { flatOf, type Flat, type Said, type TypeCase, type Union } from './flat.ts'

/** Compares `oneOf` and `anyOf` of two schemas. */
export const compareUnions: CompareCase = (base, head, comparing) => {
  const count = Math.max(base.unions.length, head.unions.length)
  return Array.from({ length: count }, (_, index) => {
    const [mine, theirs] = [base.unions[index], head.unions[index]]
    if (mine !== undefined && theirs !== undefined) return compareBranches(base, head, mine, theirs, comparing)
    if (mine !== undefined) return compareWithPlain(base, head, mine, 'base', comparing)
    return theirs === undefined ? [] : compareWithPlain(base, head, theirs, 'head', comparing)
  }).flat()
}

/** Compares a schema that has a `oneOf` or `anyOf` with a schema that has neither. */
function compareWithPlain(
  base: TypeCase,
  head: TypeCase,
  union: Union,
  side: 'base' | 'head',
  comparing: Comparing,
): SchemaDifference[] {
  const whole = (of: TypeCase, branch?: Flat): Flat =>
    branch === undefined ? of.flat : flatOf(of.flat.side, [...withoutUnions(of), ...branch.roots])
  const each = union.branches.map((branch) =>
    side === 'base'
      ? comparing.compare(whole(base, branch), head.flat)
      : comparing.compare(base.flat, whole(head, branch)),
  )
  // `isNew` is false if every value of each branch is valid in the schema without a union. `isLost` is false if every
  // value of the schema without a union is valid in one of the branches.
  const [first, second] = side === 'base' ? [isWidening, isNarrowing] : [isNarrowing, isWidening]
  const isLost = !each.some((differences) => !differences.some(first))
  const isNew = each.some((differences) => differences.some(second))
  const [narrowed, widened] = side === 'base' ? [isNew, isLost] : [isLost, isNew]
  if (!narrowed && !widened) return []
  const movement: Movement = narrowed && widened ? 'unclear' : narrowed ? 'narrowed' : 'widened'
  const at: Said = { address: union.address, value: null }
  const places = side === 'base' ? ([at, undefined] as const) : ([undefined, at] as const)
  return [difference([base, head], places, { aspect: 'branch', movement, keyword: union.keyword })]
}

/** Returns the subschemas of a schema. Leaves out each subschema that contains a `oneOf` or `anyOf` of the schema. */
function withoutUnions({ parts, unions }: TypeCase): { address: string; value: Flat['parts'][number]['value'] }[] {
  const holders = new Set(unions.map(({ address, keyword }) => address.slice(0, -keyword.length - 1)))
  return parts.filter(({ address }) => !holders.has(address))
}

function compareBranches(
  base: TypeCase,
  head: TypeCase,
  mine: Union,
  theirs: Union,
  comparing: Comparing,
): SchemaDifference[] {
  const { pairs, removed, added } = matchBranches(mine.branches, theirs.branches, comparing)
  const keyword = theirs.keyword
  const gone = removed.filter((each) => isNamed(each) || !isCovered(each, theirs.branches, comparing, isNarrowing))
  const fresh = added.filter((each) => isNamed(each) || !isCovered(each, mine.branches, comparing, isWidening))
  const change = (branch: Flat, movement: Movement): SchemaDifference => {
    const name = branchName(branch)
    const at: Said = { address: branch.roots[0]?.address ?? '', value: null }
    return difference([base, head], movement === 'narrowed' ? [at, undefined] : [undefined, at], {
      aspect: 'branch',
      movement,
      keyword,
      ...(name === undefined ? {} : { name }),
    })
  }
  const layout = removed.length + added.length > 0 && gone.length + fresh.length === 0
  const places = [
    { address: mine.address, value: null },
    { address: theirs.address, value: null },
  ] as const
  return [
    ...pairs.flatMap(([one, other]) => comparing.compare(one, other)),
    ...gone.map((each) => change(each, 'narrowed')),
    ...fresh.map((each) => change(each, 'widened')),
    ...(layout || mine.keyword !== theirs.keyword
      ? [difference([base, head], places, { aspect: 'layout', movement: 'none', keyword })]
      : []),
  ]
}

/**
 * Pairs the branches of two unions: first branches with the same component name, then equal schemas, then branches with
 * the same title, then branches at the same position.
 */
function matchBranches(mine: readonly Flat[], theirs: readonly Flat[], comparing: Comparing) {
  const pairs: (readonly [Flat, Flat])[] = []
  let [removed, added] = [[...mine], [...theirs]]
  const pair = (fits: (one: Flat, other: Flat) => boolean): void => {
    for (const one of removed) {
      const other = added.find((each) => fits(one, each))
      if (other === undefined) continue
      pairs.push([one, other])
      removed = removed.filter((each) => each !== one)
      added = added.filter((each) => each !== other)
    }
  }
  pair((one, other) => isNamed(one) && branchName(one) === branchName(other))
  pair((one, other) => {
    if (areDifferentComponents(one, other, comparing)) return false
    const differences = comparing.compare(one, other)
    return !differences.some((each) => isNarrowing(each) || isWidening(each) || each.aspect === 'property')
  })
  pair((one, other) => titleOf(one) !== undefined && titleOf(one) === titleOf(other))
  pair((one, other) => !isNamed(one) && !isNamed(other))
  return { pairs, removed, added }
}

function areDifferentComponents(one: Flat, other: Flat, { base, head }: Comparing): boolean {
  const [mine, theirs] = [one.parts[1]?.address, other.parts[1]?.address]
  if (!isNamed(one) || !isNamed(other) || mine === undefined || theirs === undefined) return false
  return areDistinct(base.document, head.document, mine, theirs)
}

/** True if one branch of the other union accepts every value that `branch` accepts. */
function isCovered(
  branch: Flat,
  others: readonly Flat[],
  comparing: Comparing,
  loses: (difference: SchemaDifference) => boolean,
): boolean {
  return others.some((other) => {
    const differences = loses === isNarrowing ? comparing.compare(branch, other) : comparing.compare(other, branch)
    return !differences.some(loses)
  })
}

function isNamed(flat: Flat): boolean {
  return branchName(flat) !== undefined
}

/** Returns the component name in the `$ref` of a branch. */
export function branchName({ parts }: Flat): string | undefined {
  const reference = parts[0]?.value['$ref']
  return typeof reference === 'string' ? tokens(`/${reference.split('#').at(-1) ?? ''}`).at(-1) : undefined
}

function titleOf({ parts }: Flat): string | undefined {
  const titled = parts.find(({ value }) => typeof value['title'] === 'string' && isObject(value))
  return titled === undefined ? undefined : String(titled.value['title'])
}
