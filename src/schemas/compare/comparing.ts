import { pointer } from '../../document/json-pointer.ts'
import type { Json } from '../../json.ts'
import type { Aspect, Movement, SchemaDifference } from './difference.ts'
import { homeOf, type Flat, type Said, type Side, type TypeCase } from './flat.ts'
import type { SchemaTwins } from './same-schema.ts'

/**
 * The inputs of comparers of single keywords: the two sides, and a function that compares the schemas below the
 * keyword.
 */
export interface Comparing {
  readonly base: Side
  readonly head: Side
  readonly twins: SchemaTwins
  /** Returns the differences between two schemas. Paths in the result start at the value of these schemas. */
  compare(base: Flat, head: Flat): readonly SchemaDifference[]
}

/** Compares the keywords of one group in two schemas, for values of one type. */
export type CompareCase = (base: TypeCase, head: TypeCase, comparing: Comparing) => readonly SchemaDifference[]

/** Returns a difference at the value itself. `at` has the keyword of each side that has it. */
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

/** Returns the differences with `token` in front of their paths. */
export function below(differences: readonly SchemaDifference[], token: string | number): SchemaDifference[] {
  return differences.map((each) => ({ ...each, instance: pointer(token) + each.instance }))
}

/** Returns `from` and `to`. An absent value is left out. */
export function fromTo(from: Json | undefined, to: Json | undefined): Pick<SchemaDifference, 'from' | 'to'> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
