import { baseRequest } from '../../../cases/base-request.ts'
import { drawRow, generator } from '../../../cases/combinations/choose-rows.ts'
import { combinationSpace } from '../../../cases/makers/combinations.ts'
import { childOf } from '../../../document/document.ts'
import { ContractError } from '../../../errors.ts'
import { ROLES } from '../../../operations/annotations.ts'
import type { Operation } from '../../../operations/operation.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const refusalsAreReached: DocumentCheck = {
  id: 'refusals_are_reached',
  title: 'every refusal rule decides some request, and the rules lead to every documented status',
  why: 'A rule that comes after a broader rule is never checked. A status that no rule gives is never checked either.',
  level: 'warning',
  check({ operations }) {
    return operations.filter(({ refusals }) => refusals.length > 0).flatMap(faultsOf)
  },
}

/** The maximum number of requests that are tried to reach every rule. */
const MOST = 4000

function faultsOf(operation: Operation): DocumentFault[] {
  const reached = reachedBy(operation)
  if (reached === undefined) return []
  const { refusals, responses, unreachableStatuses } = operation
  if (!reached.has('')) {
    return [
      {
        address: childOf(operation.address, 'x-refusals'),
        level: 'error',
        message: `the refusal rules of \`${operation.id}\` accept no request`,
        next: 'correct the rules, or the sample of the state of the first 2xx scenario',
      },
    ]
  }
  const idle = refusals.filter(({ id }) => !reached.has(id))
  const given = new Set(
    refusals.filter(({ id }) => reached.has(id)).flatMap(({ status, accept }) => [status, ...accept]),
  )
  const missing = responses.filter(
    ({ status }) => /^4\d\d$/.test(status) && !given.has(status) && !unreachableStatuses.has(status),
  )
  return [
    ...idle.map(({ id, address }) => ({
      address,
      message: `no request is decided by the refusal rule \`${id}\``,
      next: 'move the rule before the rule that hides it, or add a state, a role or a fact for which the rule is true',
    })),
    ...missing.map(({ status }) => ({
      address: childOf(operation.address, 'responses', status),
      message: `no refusal rule of \`${operation.id}\` leads to ${status}`,
      next: 'add a rule to x-refusals, or { unreachable: … } for the status to x-scenarios',
    })),
  ]
}

/**
 * Tries requests, and returns the id of every rule that decides at least one of them. The result contains `''` if at
 * least one request is accepted.
 */
function reachedBy(operation: Operation): ReadonlySet<string> | undefined {
  const context = {
    target: 'sandbox',
    shows: { state: true, auth: 'full', faults: false },
    hasStates: true,
    roles: ROLES,
    parameters: {},
    seed: 1,
    allowDestructive: false,
  } as const
  try {
    const space = combinationSpace(operation, baseRequest(operation, context), context)
    if (space === undefined) return undefined
    const reached = new Set<string>()
    const random = generator(1)
    for (let count = 0; count < MOST && reached.size <= operation.refusals.length; count++) {
      const decision = space.combiner.combine(drawRow(space.dimensions, random))?.decision
      if (decision !== undefined) reached.add(decision.kind === 'refused' ? decision.rule.id : '')
    }
    return reached
  } catch (error) {
    // Something cannot be read or compiled. Another check reports this.
    if (error instanceof ContractError) return undefined
    throw error
  }
}
