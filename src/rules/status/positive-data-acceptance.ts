import { decidedElsewhere, isExpected, refusesAlternative } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'
import { wrongStatus } from '../wrong-status.ts'

export const positiveDataAcceptance: Rule = {
  id: 'positive_data_acceptance',
  title: 'A request that the document allows is accepted',
  why: 'Clients send what the document allows: a refusal is an outage for them.',
  fix: 'accept this request, or forbid it in the document',
  examples: {
    passes: 'PATCH /orders/7 {"note": null}, which the schema allows → 200',
    fails: 'PATCH /orders/7 {"note": null}, which the schema allows → 400',
  },
  level: 'error',
  weight: 'wrong',
  stages: ['status'],
  judge(evidence) {
    const { execution, operation, status } = evidence
    const { expect, about, title } = execution.case
    // An undocumented status below 500 is reported by `status_code_conformance`.
    const { kind } = expect
    if (kind !== 'accepted' && !(kind === 'documented' && status >= 500)) return []
    if (isExpected(evidence) || decidedElsewhere(evidence) !== undefined) return []
    // If a request with several clauses is refused, the violated one is unknown: reports that of the success status.
    const success = operation.responses.find((response) => response.status.startsWith('2'))
    return [
      statusFault(evidence, {
        pointer: about === undefined ? (success?.pointer ?? '/responses') : pointerOf(about, operation.id),
        ...(about?.endsWith(':accepts') === true ? { half: 'accepts' } : {}),
        message: wrongStatus(title, status),
        ...(refusesAlternative(evidence)
          ? {
              fix: 'accept these credentials, or remove the alternative from `security` in the document',
              cause: `refused ${execution.case.access?.alternative ?? ''}`,
              isOfApi: true,
            }
          : {}),
      }),
    ]
  },
}

function pointerOf(clause: string, operation: string): string {
  return clause.slice(operation.length).replace(/:(accepts|refuses)$/, '')
}
