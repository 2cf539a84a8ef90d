import { difference, type CompareCase } from './comparing.ts'
import { isNarrowing, isWidening, type SchemaDifference } from './difference.ts'
import { flatOf, listedSchemas, type Flat, type Part, type TypeCase } from './flat.ts'
import { branchName } from './compare-unions.ts'

/**
 * Compares the components that two schemas include with `allOf`. Reports an added or removed component even if exactly
 * the same values stay valid, because later changes of this component will change the valid values. `found` lists the
 * other differences between the schemas. If one of them changes the valid values, reports nothing.
 */
export function compareComponents(found: readonly SchemaDifference[]): CompareCase {
  return (base, head, comparing) => {
    const [mine, theirs] = [componentsOf(base), componentsOf(head)]
    if (mine.count === theirs.count || found.some((each) => isNarrowing(each) || isWidening(each))) return []
    const [fewer, more] = mine.count < theirs.count ? [mine, theirs] : [theirs, mine]
    const at = [placeOf(mine), placeOf(theirs)] as const
    const same = (one: Part, other: Part): boolean =>
      mine.count < theirs.count
        ? comparing.twins.areSame(one, other, 'allOf')
        : comparing.twins.areSame(other, one, 'allOf')
    const isKept = fewer.parts.every((part) => more.parts.some((other) => same(part, other)))
    const extra = more.components.filter(
      (each) => !fewer.components.some((other) => branchName(other) === branchName(each)),
    )
    const [component] = extra
    const isNew =
      isKept && mine.count * theirs.count > 0 && component !== undefined && branchName(component) !== undefined
    if (!isNew || found.some(({ aspect }) => aspect === 'property')) {
      return [difference([base, head], at, { aspect: 'layout', movement: 'none', keyword: 'allOf' })]
    }
    const name = branchName(component)
    const movement = mine.count < theirs.count ? 'narrowed' : 'widened'
    const about = { aspect: 'branch', movement, keyword: 'allOf', ...(name === undefined ? {} : { name }) } as const
    return [difference([base, head], at, about)]
  }
}

function componentsOf({ flat: { side, parts } }: TypeCase): {
  readonly count: number
  readonly components: readonly Flat[]
  readonly parts: readonly Part[]
} {
  const components = parts.flatMap((part) => listedSchemas(side, part, 'allOf')).map((each) => flatOf(side, [each]))
  return { count: components.length, components, parts }
}

function placeOf({ parts }: { readonly parts: readonly Part[] }) {
  const part = parts.find(({ value }) => value['allOf'] !== undefined)
  return part === undefined ? undefined : { address: part.address, value: null }
}
