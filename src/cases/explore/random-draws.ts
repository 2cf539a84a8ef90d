import fc from 'fast-check'
import type { Operation } from '../../operations/operation.ts'
import type { ExploredKind } from '../explored-path.ts'
import { sendOf } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { negativeCasesOf, type Violation } from './negative-cases-of.ts'
import { randomRequest, type RandomRequest } from './random-request.ts'

/** The random values of one case. */
export interface Drawn {
  readonly request: RandomRequest
  /** The violation, for a negative case. */
  readonly violation?: Violation
}

/** Random valid and negative requests. A value is undefined if the violation could not be applied to the request. */
export type Draws = Readonly<Partial<Record<ExploredKind, fc.Arbitrary<Drawn | undefined>>>>

/** Returns random requests of an operation. `isShown` returns false for a negative case that the target cannot show. */
export function randomDraws(
  operation: Operation,
  base: BaseRequest,
  context: PlanContext,
  isShown: (drawn: Drawn) => boolean,
): Draws {
  const of = { operation, base, context }
  const plain: RandomRequest = {
    ...(base.given === undefined ? {} : { given: base.given }),
    send: sendOf(base),
    isAcceptable: true,
  }
  const valid = randomRequest({ ...of, mixed: true })
  // Server data is not mixed here: a refusal because of a conflict must not be taken for a refusal of the violation.
  const around = randomRequest({ ...of, mixed: false }) ?? fc.constant(plain)
  const [first, ...others] = negativeCasesOf(operation, base, context).filter((violation) => {
    const drawn = withViolation(plain, violation)
    return drawn !== undefined && isShown(drawn)
  })
  return {
    ...(valid === undefined ? {} : { valid: valid.map((request) => ({ request })) }),
    ...(first === undefined
      ? {}
      : {
          // The violation is kept while the rest of the request shrinks.
          negative: fc
            .tuple(fc.noShrink(fc.constantFrom(first, ...others)), around)
            .map(([violation, request]) => withViolation(request, violation)),
        }),
  }
}

function withViolation(request: RandomRequest, violation: Violation): Drawn | undefined {
  const send = violation.applyTo(request.send)
  return send === undefined ? undefined : { request: { ...request, send }, violation }
}
