import type { Case } from '../../cases/case.ts'
import type { Sent } from '../../evidence/execution.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { decide } from '../../refusals/decide.ts'
import type { Established } from '../../targets/target.ts'

/**
 * Returns why a combination is not sent: with the values that the provider state returned, the refusal rules decide
 * otherwise than with the sample of the state. Undefined if they decide the same. `now` is in milliseconds since 1970.
 */
export function whyNotAsPlanned(
  { ruling, given, as, operation, first }: Case,
  established: Established | undefined,
  sent: Sent,
  params: JsonObject,
  now: number,
): string | undefined {
  // After a first step the provider state is no longer as it was returned.
  if (ruling === undefined || given === undefined || established === undefined || first !== undefined) return undefined
  const decision = decide(operation, {
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
  return `the refusal rules decide \`${decided}\` and not \`${ruling.decision}\`: what the provider state ${given.state} returned differs from its sample in x-states`
}
