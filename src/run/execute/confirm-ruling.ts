import type { Case } from '../../cases/case.ts'
import type { Sent } from '../../evidence/execution.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { decideRequest } from '../../refusals/decide-request.ts'
import type { Established } from '../../targets/target.ts'

/**
 * Returns why a planned combination of values is not sent, or undefined if it is sent. The plan decided with the
 * refusal rules which response the combination gets. For this, the plan used the `sample` of the provider state. The
 * rules can decide otherwise with the real values of the provider state. In this case, the combination is not sent.
 * `now` is in milliseconds since 1970.
 */
export function whyNotAsPlanned(
  { ruling, given, as, operation, first }: Case,
  established: Established | undefined,
  sent: Sent,
  params: JsonObject,
  now: number,
): string | undefined {
  // The earlier request of the case (`first`) changed the data, so the values of the provider state are outdated.
  if (ruling === undefined || given === undefined || established === undefined || first !== undefined) return undefined
  const decision = decideRequest(operation, {
    role: as,
    state: { name: given.state, with: params },
    given: established.given,
    values: established.values,
    sent: isObject(sent.body) ? sent.body : {},
    invalid: ruling.invalid,
    now,
  })
  const decided = decision.kind === 'refused' ? decision.rule.id : decision.kind
  if (decided === ruling.decision) return undefined
  return `the values of the provider state ${given.state} differ from its sample in x-states: with these values the refusal rules decide \`${decided}\`, with the sample \`${ruling.decision}\``
}
