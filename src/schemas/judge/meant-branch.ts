import { parentOf } from '../../document/json-pointer.ts'
import type { SchemaMismatch } from '../schema.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'

interface Result {
  readonly node: SchemaNode
  readonly found: readonly SchemaMismatch[]
}

/**
 * If a value matches no branch of a `oneOf` or `anyOf`, returns the branch that was probably meant. This is the only
 * branch that allows the type of the value. If several branches allow the type, it is the only one of them whose
 * `const` and `enum` properties match the value. Returns undefined if there is not exactly one such branch.
 */
export function meantBranch<R extends Result>(results: readonly R[], at: string): R | undefined {
  const ofKind = results.filter((each) => !each.found.some((one) => one.at === at && isKind(one)))
  if (ofKind.length <= 1) return ofKind[0]
  const sameConstants = ofKind.filter((each) => !each.found.some((one) => parentOf(one.at) === at && isConstant(one)))
  return sameConstants.length === 1 ? sameConstants[0] : undefined
}

/** True if the whole value has the wrong type, or is not one of the allowed constants. */
function isKind({ keyword }: SchemaMismatch): boolean {
  return keyword.group === 'type' || keyword.group === 'enum' || keyword.name === 'false'
}

/** True if a property of the value violates its `const` or `enum`. The branches usually differ in such properties. */
function isConstant({ keyword, at }: SchemaMismatch): boolean {
  return at !== '' && keyword.group === 'enum'
}
