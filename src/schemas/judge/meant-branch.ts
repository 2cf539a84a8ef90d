import { parentOf } from '../../document/json-pointer.ts'
import type { SchemaMismatch } from '../schema.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'

interface Result {
  readonly node: SchemaNode
  readonly found: readonly SchemaMismatch[]
}

/**
 * The branch of a failed `oneOf` or `anyOf` that was clearly meant: the only one of the value's type, else the only one
 * whose constants match. Undefined if several qualify.
 */
export function meantBranch<R extends Result>(results: readonly R[], at: string): R | undefined {
  const ofKind = results.filter((each) => !each.found.some((one) => one.at === at && isKind(one)))
  if (ofKind.length <= 1) return ofKind[0]
  const sameConstants = ofKind.filter((each) => !each.found.some((one) => parentOf(one.at) === at && isConstant(one)))
  return sameConstants.length === 1 ? sameConstants[0] : undefined
}

/** A mismatch of the value's own type or constant. */
function isKind({ keyword }: SchemaMismatch): boolean {
  return keyword.group === 'type' || keyword.group === 'enum' || keyword.name === 'false'
}

/** A mismatch of a constant or enum of a property, which distinguishes branches. */
function isConstant({ keyword, at }: SchemaMismatch): boolean {
  return at !== '' && keyword.group === 'enum'
}
