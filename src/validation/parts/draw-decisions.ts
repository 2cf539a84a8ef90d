import { baseRequest } from '../../cases/base-request.ts'
import type { Decision } from '../../refusals/decide-request.ts'
import { drawRow } from '../../cases/combinations/choose-rows.ts'
import { generator } from '../../cases/combinations/generator.ts'
import { combinationSpace } from '../../cases/makers/combinations.ts'
import { ContractError } from '../../errors.ts'
import { ROLES } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'

/** The maximum number of random requests per operation. */
const MOST = 4000

/**
 * Yields the decisions of the refusal rules about random requests. Each call makes the same requests. Yields nothing if
 * the operation has no refusal rules. Also yields nothing if an expression does not compile, because another check
 * reports this.
 */
export function* drawDecisions(operation: Operation): Generator<Decision> {
  if (operation.refusals.length === 0) return
  const context = {
    target: 'sandbox',
    shows: { state: true, auth: 'full' },
    hasStates: true,
    roles: ROLES,
    parameters: {},
    seed: 1,
    allowDestructive: false,
  } as const
  try {
    const space = combinationSpace(operation, baseRequest(operation, context), context)
    if (space === undefined) return
    const random = generator(1)
    for (let count = 0; count < MOST; count++) {
      const decision = space.combiner.combine(drawRow(space.dimensions, random))?.decision
      if (decision !== undefined) yield decision
    }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
  }
}
