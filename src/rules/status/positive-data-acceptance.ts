import { EMPTY } from '../../cases/maker.ts'
import { decidedElsewhere, isExpected, refusesAlternative, type Evidence } from '../../evidence/evidence.ts'
import { saysMissing } from '../../evidence/says-missing.ts'
import type { Rule, RuleFault } from '../rule.ts'
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
    const { expect, about, title, maker } = execution.case
    if (maker === EMPTY && status < 500) return refusedEmpty(evidence)
    // For a case that allows any documented status, this rule reports only a 5xx. The rule `status_code_conformance`
    // reports the undocumented statuses below 500.
    const { kind } = expect
    if (kind !== 'accepted' && !(kind === 'documented' && status >= 500)) return []
    if (isExpected(evidence) || decidedElsewhere(evidence) !== undefined) return []
    // `about` is undefined if several clauses could be the reason for the refusal. The finding then names the clause of
    // the success status.
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

/**
 * Returns a list with one fault if the server refuses an empty value that the schema allows, otherwise an empty list.
 * The level of the fault is `drift`, because the document then probably lacks a minimum length.
 */
function refusedEmpty(evidence: Evidence): RuleFault[] {
  const { status, response, execution, operation, answer } = evidence
  if ((status !== 400 && status !== 422) || response === undefined) return []
  if (saysMissing(Buffer.from(answer.body).toString())) return []
  const success = operation.responses.find((each) => each.status.startsWith('2'))
  return [
    statusFault(evidence, {
      pointer: success?.pointer ?? '/responses',
      message: wrongStatus(execution.case.title, status),
      expected: '2xx, or a minimum length in the document',
      cause: 'refuses an empty value',
      fix: 'accept the empty value, or document the minimum with `minLength` or `minItems`',
      level: 'drift',
    }),
  ]
}

function pointerOf(clause: string, operation: string): string {
  return clause.slice(operation.length).replace(/:(accepts|refuses)$/, '')
}
