import { childOf } from '../../../document/document.ts'
import type { DocumentCheck } from '../../check.ts'
import { drawDecisions } from '../../parts/draw-decisions.ts'

export const refusalsAcceptARequest: DocumentCheck = {
  id: 'refusals_accept_a_request',
  title: 'the refusal rules of an operation must accept at least one request',
  why: 'If the rules refuse every request, the operation cannot be used.',
  level: 'error',
  check({ operations }) {
    return operations.filter(refusesAll).map(({ id, address }) => ({
      address: childOf(address, 'x-refusals'),
      message: `the refusal rules of \`${id}\` accept no request`,
      next: 'correct the rules, or the sample of the state that the first 2xx scenario uses',
    }))
  },
}

function refusesAll(operation: Parameters<typeof drawDecisions>[0]): boolean {
  let isDecided = false
  for (const { kind } of drawDecisions(operation)) {
    if (kind !== 'refused') return false
    isDecided = true
  }
  return isDecided
}
