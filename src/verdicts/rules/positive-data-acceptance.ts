import { decidedElsewhere, isExpected } from '../evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'

export const positiveDataAcceptance: Rule = {
  id: 'positive_data_acceptance',
  title: 'What the document allows is not refused',
  why: 'A client that keeps to the document must get through.',
  level: 'error',
  rungs: ['status'],
  judge(evidence) {
    const { trial, operation, status } = evidence
    const { expect, proves, title } = trial.case
    if (expect.kind !== 'accepted' && expect.kind !== 'documented') return []
    if (isExpected(evidence) || decidedElsewhere(evidence) !== undefined) return []
    const [clause] = proves
    const success = operation.responses.find((response) => response.status.startsWith('2'))
    return [
      statusFault(evidence, {
        pointer: clause === undefined ? (success?.pointer ?? '/responses') : pointerOf(clause, operation.id),
        ...(clause?.endsWith(':accepts') === true ? { half: 'accepts' } : {}),
        message: `${title}: but the answer is ${status}`,
      }),
    ]
  },
}

function pointerOf(clause: string, operation: string): string {
  return clause.slice(operation.length).replace(/:(accepts|refuses)$/, '')
}
