import { childOf } from '../../../document/document.ts'
import type { Operation } from '../../../operations/operation.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { drawDecisions } from '../../parts/draw-decisions.ts'

export const refusalsAreReached: DocumentCheck = {
  id: 'refusals_are_reached',
  title: 'every refusal rule refuses at least one request, and every documented 4xx status has a rule',
  why: 'A rule that comes after a broader rule is never tested. A documented status that no rule gives is never tested either.',
  level: 'warning',
  check({ operations }) {
    return operations.flatMap(faultsOf)
  },
}

function faultsOf(operation: Operation): DocumentFault[] {
  const reached = reachedBy(operation)
  // If the rules refuse every request, another check reports this.
  if (!reached.has(ACCEPTED)) return []
  const { refusals, responses, unreachableStatuses } = operation
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
      message: `the refusal rule \`${id}\` never applies: it is false for every request, or an earlier rule is true`,
      next: 'move the rule in front of the earlier rule, or add a state, a role or a value for which the rule is true',
    })),
    ...missing.map(({ status }) => ({
      address: childOf(operation.address, 'responses', status),
      message: `\`${operation.id}\` documents ${status}, but no refusal rule leads to this status`,
      next: 'add a rule to x-refusals, or { unreachable: … } for the status to x-scenarios',
    })),
  ]
}

const ACCEPTED = ''

/**
 * Makes random requests. Returns the ids of the refusal rules that refuse at least one of them. If at least one request
 * is accepted, the result also contains `ACCEPTED`.
 */
function reachedBy(operation: Operation): ReadonlySet<string> {
  const reached = new Set<string>()
  for (const decision of drawDecisions(operation)) {
    reached.add(decision.kind === 'refused' ? decision.rule.id : ACCEPTED)
    if (reached.size > operation.refusals.length) break
  }
  return reached
}
