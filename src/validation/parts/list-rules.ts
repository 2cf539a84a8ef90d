import { childOf, type Address, type Document, type Node } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { compileRule, type CompiledRule } from '../../invariants/compile-rule.ts'
import type { Invariant } from '../../operations/annotations.ts'
import { readInvariants } from '../../operations/read/read-annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { JsonObject } from '../../json.ts'
import type { Schema } from '../../schemas/schema.ts'

/** A CEL expression of an invariant. It is the value of `rule` or `when`. */
export interface PlacedRule {
  readonly invariant: Invariant
  readonly address: Address
  readonly text: string
  /** The address of the object that has the invariant. */
  readonly owner: Address
  readonly on: 'response' | 'schema' | 'nothing'
  readonly compiled?: CompiledRule
  /** The reason why the expression does not compile. Absent if it compiles. */
  readonly problem?: string
}

/** Lists every CEL expression of a document. Includes expressions of invariants that no operation uses. */
export function listRules(
  document: Document,
  objects: readonly Node<JsonObject>[],
  schemas: readonly Schema[],
  operations: readonly Operation[],
): PlacedRule[] {
  const ofOperations = operations.flatMap(({ responses }) => responses.map(({ address }) => address))
  const responses = new Set<Address>(ofOperations)
  const inComponents = childOf(document.root.address, 'components', 'responses')
  const schemaAddresses = new Set(schemas.map(({ address }) => address))
  return objects.flatMap(({ address, value }) => {
    const isResponse = responses.has(address) || address.slice(0, address.lastIndexOf('/')) === inComponents
    const on = isResponse ? 'response' : schemaAddresses.has(address) ? 'schema' : 'nothing'
    return readInvariants(value, address).flatMap((invariant) =>
      (['when', 'rule'] as const).flatMap((key): PlacedRule[] => {
        const text = invariant[key]
        if (text === undefined) return []
        const at = childOf(invariant.address, key)
        return [{ invariant, address: at, text, owner: address, on, ...compiledOrNot(text) }]
      }),
    )
  })
}

function compiledOrNot(text: string): Pick<PlacedRule, 'compiled' | 'problem'> {
  try {
    return { compiled: compileRule(text, '') }
  } catch (error) {
    if (error instanceof ContractError) return { problem: error.details.what ?? 'the rule does not compile' }
    throw error
  }
}
