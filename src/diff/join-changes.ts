import { createHash } from 'node:crypto'
import type { Address, Document } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import type { Change } from './change.ts'
import type { FoundChange } from './found.ts'
import { LEVELS, REQUIRES } from './levels.ts'
import { ruleOf } from './rules.ts'
import { valueThatShows } from './show-value.ts'

/** A change and its operation. The operation is undefined for a change of the whole document. */
export interface PlacedChange extends FoundChange {
  readonly operation: string | undefined
}

/** The maximum number of changes that get an example value, because finding values is slow. */
const MOST_VALUES = 40

/**
 * Joins equal changes that several operations have because they use the same component. Sorts by level, then by
 * document order.
 */
export function joinChanges(found: readonly PlacedChange[], base: Document, head: Document): Change[] {
  const groups = new Map<string, PlacedChange[]>()
  for (const each of found) {
    const key = [each.rule, each.base, each.head, each.key ?? each.what].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  const ordered = [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [{ first: group[0], group }]))
  const rank = ({ first }: { first: PlacedChange }): number => LEVELS.indexOf(ruleOf(first.rule).level)
  let left = MOST_VALUES
  return ordered
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ first, group }) => changeOf(first, group, base, head, () => left-- > 0))
}

function changeOf(
  first: PlacedChange,
  group: readonly PlacedChange[],
  base: Document,
  head: Document,
  mayShow: () => boolean,
): Change {
  const { level, breaksFor, why, fix } = ruleOf(first.rule)
  const isShown = (level === 'breaking' || level === 'dangerous') && first.shows !== undefined && mayShow()
  const value = isShown && first.shows !== undefined ? valueThatShows(first.shows) : undefined
  return {
    rule: first.rule,
    level,
    breaksFor,
    operations: [...new Set(group.flatMap(({ operation }) => operation ?? []))],
    part: first.part,
    what: first.what,
    why,
    fix,
    ...(first.basePlace === undefined ? placeIn('base', base, first.base) : { base: first.basePlace }),
    ...(first.headPlace === undefined ? placeIn('head', head, first.head) : { head: first.headPlace }),
    requires: REQUIRES[level],
    fingerprint: fingerprintOf(first),
    ...(value === undefined ? {} : { value }),
  }
}

function placeIn(side: 'base' | 'head', document: Document, address: Address | undefined): { [side]?: Location } {
  return address === undefined ? {} : { [side]: document.locate(address) }
}

/** Returns a hash of the rule, the place and the key of a change. Line numbers and file names do not affect it. */
function fingerprintOf({ rule, operation = '', part, base = '', head = '', key, what }: PlacedChange): string {
  // Several operations may use one component. For a change in a component, the fingerprint therefore contains the place
  // of the component instead of the operation.
  const places = [base, head].map((address) => address.slice(address.indexOf('#') + 1))
  const shared = places.find((each) => each.startsWith('/components/'))
  const place = shared ?? `${operation} ${part}`
  return createHash('sha256')
    .update([rule, place, key ?? what].join('\n'))
    .digest('hex')
    .slice(0, 16)
}
