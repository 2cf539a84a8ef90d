import type { Case } from '../../cases/case.ts'
import type { Sent } from '../../evidence/execution.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { decideRequest } from '../../refusals/decide-request.ts'
import type { Established } from '../../targets/target.ts'

/**
 * Returns why a planned combination of values is not sent. The plan applied the refusal rules to the `sample` of the
 * provider state. With the real values of the provider state, the rules can give another result. Returns undefined if
 * the case is sent. `now` is in milliseconds since 1970.
 */
export function whyNotAsPlanned(
  { ruling, given, as, operation, first }: Case,
  established: Established | undefined,
  sent: Sent,
  params: JsonObject,
  now: number,
): string | undefined {
  // An earlier request of the case (`first`) changes the data, so the values of the provider state are then outdated.
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
