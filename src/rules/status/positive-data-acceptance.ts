import { decidedElsewhere, isExpected } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const positiveDataAcceptance: Rule = {
  id: 'positive_data_acceptance',
  title: 'What the document allows is not refused',
  why: 'A client that keeps to the document must get through.',
  level: 'error',
  stages: ['status'],
  judge(evidence) {
    const { execution, operation, status } = evidence
    const { expect, about, title } = execution.case
    if (expect.kind !== 'accepted' && expect.kind !== 'documented') return []
    if (isExpected(evidence) || decidedElsewhere(evidence) !== undefined) return []
    // A request that shows much at once says of none of it that it is to blame: it did not get its success.
    const success = operation.responses.find((response) => response.status.startsWith('2'))
    return [
      statusFault(evidence, {
        pointer: about === undefined ? (success?.pointer ?? '/responses') : pointerOf(about, operation.id),
        ...(about?.endsWith(':accepts') === true ? { half: 'accepts' } : {}),
        message: `${title}: but the answer is ${status}`,
      }),
    ]
  },
}

function pointerOf(clause: string, operation: string): string {
  return clause.slice(operation.length).replace(/:(accepts|refuses)$/, '')
}
