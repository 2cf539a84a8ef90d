import type { Document } from '../../document/document.ts'
import { compareAnnotations, compareExtensibleEnums } from './compare-annotations.ts'
import { compareArrays } from './compare-arrays.ts'
import { compareIdleBounds, compareLengths, compareNumbers } from './compare-bounds.ts'
import { compareConditions } from './compare-conditions.ts'
import { compareComponents } from './compare-components.ts'
import { compareObjects } from './compare-objects.ts'
import { compareFormats, comparePatterns } from './compare-strings.ts'
import { compareTypes } from './compare-types.ts'
import { compareUnions } from './compare-unions.ts'
import { compareValues, listedIn } from './compare-values.ts'
import type { CompareCase, Comparing } from './comparing.ts'
import type { SchemaDifference } from './difference.ts'
import { allowedTypes, caseOf, type Flat, type Side, type TypeCase, type ValueType } from './flat.ts'
import { SchemaTwins } from './same-schema.ts'
import type { Direction } from '../schema.ts'

/** The comparing functions for each group of types. */
const GROUPS: readonly (readonly [types: readonly ValueType[], comparers: readonly CompareCase[]])[] = [
  [['string'], [compareLengths, comparePatterns, compareFormats]],
  [
    ['integer', 'fraction'],
    [compareNumbers, compareFormats],
  ],
  [['array'], [compareArrays]],
  [['object'], [compareObjects]],
]
/** Types that often occur together in one `enum`. */
const SCALARS: readonly ValueType[] = ['string', 'integer', 'fraction', 'boolean']

/** Compares schemas of two documents in one direction. Caches the results. */
export class SchemaComparison implements Comparing {
  readonly base: Side
  readonly head: Side
  readonly twins: SchemaTwins
  /** Finds schemas that are written in the same way, descriptions included. Such schemas are not compared further. */
  readonly #written: SchemaTwins
  readonly #known = new Map<string, readonly SchemaDifference[]>()

  constructor(base: Document, head: Document, direction: Direction) {
    this.base = { document: base, direction, flats: new Map() }
    this.head = { document: head, direction, flats: new Map() }
    this.twins = new SchemaTwins(base, head, 'ignored')
    this.#written = new SchemaTwins(base, head, 'count')
  }

  compare(base: Flat, head: Flat): readonly SchemaDifference[] {
    const key = `${base.id}|${head.id}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    // A recursive schema leads to a pair whose comparison is not finished. Such a pair counts as equal.
    this.#known.set(key, [])
    const found = this.#areWrittenTheSame(base, head) ? [] : this.#compare(base, head)
    this.#known.set(key, found)
    return found
  }

  #areWrittenTheSame(base: Flat, head: Flat): boolean {
    return (
      base.roots.length === head.roots.length &&
      base.roots.every((root, index) => {
        const other = head.roots[index]
        return other !== undefined && this.#written.areSame(root, other)
      })
    )
  }

  #compare(base: Flat, head: Flat): readonly SchemaDifference[] {
    const [mine, theirs] = [allowedTypes(base), allowedTypes(head)]
    const whole: [TypeCase, TypeCase] = [caseOf(base, [...mine]), caseOf(head, [...theirs])]
    const shared = [...mine].filter((type) => theirs.has(type))
    const differences = [
      ...compareTypes(mine, theirs)(...whole, this),
      ...compareEach(this.#groups(base, head, shared), this),
      ...compareConditions(...whole, this),
      ...compareExtensibleEnums(...whole, this),
      ...compareAnnotations(...whole, this),
      ...compareIdleBounds(new Set([...mine, ...theirs]))(...whole, this),
    ]
    return distinct([...differences, ...compareComponents(differences)(...whole, this)])
  }

  /**
   * Groups the types that both schemas allow. Returns for each group: both schemas, reduced to the types of the group,
   * and the functions that compare them.
   */
  #groups(base: Flat, head: Flat, shared: readonly ValueType[]): [TypeCase, TypeCase, readonly CompareCase[]][] {
    const scalars = SCALARS.filter((type) => shared.includes(type))
    const [mine, theirs] = [caseOf(base, scalars), caseOf(head, scalars)]
    const isListed = listedIn(mine, scalars) !== undefined || listedIn(theirs, scalars) !== undefined
    const listed: [TypeCase, TypeCase, readonly CompareCase[]][] =
      scalars.length > 0 && isListed ? [[mine, theirs, [compareValues(scalars)]]] : []
    return [
      ...listed,
      ...GROUPS.flatMap(([types, comparers]): [TypeCase, TypeCase, readonly CompareCase[]][] => {
        const own = types.filter((type) => shared.includes(type))
        if (own.length === 0 || (isListed && own.some((type) => scalars.includes(type)))) return []
        return [[caseOf(base, own), caseOf(head, own), [...comparers, compareUnions]]]
      }),
    ]
  }
}

function compareEach(
  groups: readonly [TypeCase, TypeCase, readonly CompareCase[]][],
  comparing: Comparing,
): SchemaDifference[] {
  return groups.flatMap(([base, head, comparers]) => comparers.flatMap((each) => each(base, head, comparing)))
}

/**
 * If one keyword in the document gives the same difference several times, keeps only the first. Otherwise a component
 * that many properties use would give one difference per path, and the number of paths grows exponentially.
 */
function distinct(differences: readonly SchemaDifference[]): SchemaDifference[] {
  const found = new Map<string, SchemaDifference>()
  for (const each of differences) {
    const key = `${each.aspect} ${each.movement} ${each.keyword} ${each.name ?? ''} ${each.base} ${each.head}`
    if (!found.has(key)) found.set(key, each)
  }
  return [...found.values()]
}
