import fc from 'fast-check'
import type { Operation } from '../../operations/operation.ts'
import type { ExploredKind } from '../explored-path.ts'
import { sendOf } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { negativeCasesOf, type Violation } from './negative-cases-of.ts'
import { randomRequest, type RandomRequest } from './random-request.ts'

/** A random request. It is invalid if `violation` is set. */
export interface Drawn {
  readonly request: RandomRequest
  /** The keyword violation in the request. Absent for a valid request. */
  readonly violation?: Violation
}

/**
 * The random generators of valid and of invalid requests. The generator of invalid requests returns undefined if its
 * violation cannot be applied to the random request.
 */
export type Draws = Readonly<Partial<Record<ExploredKind, fc.Arbitrary<Drawn | undefined>>>>

/**
 * Returns the random generators of an operation. `isShown` returns false for an invalid request that the target cannot
 * judge.
 */
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
  // Values from different scenarios may conflict. The server might then refuse the request because of the conflict, and
  // not because of the violation.
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
          // Shrinking keeps the violation. It simplifies only the rest of the request.
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
