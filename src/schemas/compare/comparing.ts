import { pointer } from '../../document/json-pointer.ts'
import type { Json } from '../../json.ts'
import type { Aspect, Movement, SchemaDifference } from './difference.ts'
import { homeOf, type Flat, type Said, type Side, type TypeCase } from './flat.ts'
import type { SchemaTwins } from './same-schema.ts'

/** What comparers of single keywords need: the two sides, and the comparison of schemas below the keyword. */
export interface Comparing {
  readonly base: Side
  readonly head: Side
  readonly twins: SchemaTwins
  /** Returns the differences between two schemas. Paths start at the value of these schemas. */
  compare(base: Flat, head: Flat): readonly SchemaDifference[]
}

/** Compares what two schemas say about values of one type, for one group of keywords. */
export type CompareCase = (base: TypeCase, head: TypeCase, comparing: Comparing) => readonly SchemaDifference[]

/** Returns a difference at the value itself. `at` holds the keyword on both sides, as far as it is there. */
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

/** Returns the differences with the path of the part that they are about. */
export function below(differences: readonly SchemaDifference[], token: string | number): SchemaDifference[] {
  return differences.map((each) => ({ ...each, instance: pointer(token) + each.instance }))
}

/** Returns `from` and `to` without the absent one. */
export function fromTo(from: Json | undefined, to: Json | undefined): Pick<SchemaDifference, 'from' | 'to'> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
