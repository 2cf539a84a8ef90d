import { pointer } from '../../document/json-pointer.ts'
import type { Json } from '../../json.ts'
import type { Aspect, Movement, SchemaDifference } from './difference.ts'
import { homeOf, type Flat, type Said, type Side, type TypeCase } from './flat.ts'
import type { SchemaTwins } from './same-schema.ts'

/**
 * The inputs of a comparer: the two documents with their direction, and a function that compares the schemas below a
 * keyword.
 */
export interface Comparing {
  readonly base: Side
  readonly head: Side
  readonly twins: SchemaTwins
  /**
   * Returns the differences between two schemas. The paths in the result start at the value that the two schemas
   * describe.
   */
  compare(base: Flat, head: Flat): readonly SchemaDifference[]
}

/** A comparer: compares the keywords of one group in two schemas, for values of one type. */
export type CompareCase = (base: TypeCase, head: TypeCase, comparing: Comparing) => readonly SchemaDifference[]

/**
 * Returns a difference of the value itself, not of a part of it. `at` has the keyword of each schema that contains it.
 */
export function difference(
  [base, head]: readonly [TypeCase, TypeCase],
  [mine, theirs]: readonly [Said | undefined, Said | undefined],
  about: { aspect: Aspect; movement: Movement; keyword: string } & Partial<
    Pick<SchemaDifference, 'from' | 'to' | 'name' | 'required' | 'hasDefault'>
  >,
): SchemaDifference {
  return {
    instance: '',
    base: mine?.address ?? homeOf(base.flat),
    head: theirs?.address ?? homeOf(head.flat),
    ...about,
  }
}

/** Returns the same differences with `token` in front of each path. */
export function below(differences: readonly SchemaDifference[], token: string | number): SchemaDifference[] {
  return differences.map((each) => ({ ...each, instance: pointer(token) + each.instance }))
}

/** Returns an object with `from` and `to`. A property without a value is left out. */
export function fromTo(from: Json | undefined, to: Json | undefined): Pick<SchemaDifference, 'from' | 'to'> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
