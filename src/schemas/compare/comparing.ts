import { pointer } from '../../document/json-pointer.ts'
import type { Json } from '../../json.ts'
import type { Aspect, Movement, SchemaDifference } from './difference.ts'
import { homeOf, type Flat, type Said, type Side, type TypeCase } from './flat.ts'
import type { SchemaTwins } from './same-schema.ts'

/**
 * The inputs of a function that compares a keyword: the old document (`base`), the new document (`head`), and a
 * function that compares subschemas.
 */
export interface Comparing {
  readonly base: Side
  readonly head: Side
  readonly twins: SchemaTwins
  /** Returns the differences between two schemas. Paths in the result are relative to the compared value. */
  compare(base: Flat, head: Flat): readonly SchemaDifference[]
}

/** Compares one group of keywords in two schemas. */
export type CompareCase = (base: TypeCase, head: TypeCase, comparing: Comparing) => readonly SchemaDifference[]

/**
 * Returns a difference in the compared value itself, not in a property or item of the value. `base` and `head` are the
 * addresses of the keyword in the two documents.
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

/** Prefixes the path of each difference with `token`, such as the name of a property. */
export function below(differences: readonly SchemaDifference[], token: string | number): SchemaDifference[] {
  return differences.map((each) => ({ ...each, instance: pointer(token) + each.instance }))
}

/** Returns an object with `from` and `to`, without undefined values. */
export function fromTo(from: Json | undefined, to: Json | undefined): Pick<SchemaDifference, 'from' | 'to'> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
