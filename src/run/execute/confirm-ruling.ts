import type { Case } from '../../cases/case.ts'
import type { Sent } from '../../evidence/execution.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { decideRequest } from '../../refusals/decide-request.ts'
import type { Established } from '../../targets/target.ts'

/**
 * Returns the reason why a combination is not sent, or undefined if it is sent. A combination is planned with the
 * sample values of its provider state. It is not sent if the refusal rules decide differently for the values that the
 * provider state returned. `now` is in milliseconds since 1970.
 */
export function whyNotAsPlanned(
  { ruling, given, as, operation, first }: Case,
  established: Established | undefined,
  sent: Sent,
  params: JsonObject,
  now: number,
): string | undefined {
  // A first step changes the data, so the values that the provider state returned are no longer current.
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
