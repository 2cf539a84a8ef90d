import fc from 'fast-check'
import type { Operation } from '../../operations/operation.ts'
import type { ExploredKind } from '../explored-path.ts'
import { sendOf } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { negativeCasesOf, type MissOf } from './negative-cases-of.ts'
import { randomRequest, type RandomRequest } from './random-request.ts'

/** The random values of one case. */
export interface Drawn {
  readonly request: RandomRequest
  /** The defect, if it is a negative case. */
  readonly miss?: MissOf
}

/** The random values of an operation by kind; undefined if a request cannot have the drawn defect. */
export type Draws = Readonly<Partial<Record<ExploredKind, fc.Arbitrary<Drawn | undefined>>>>

/** Random valid requests of an operation, and ones with one defect. `isShown` is false for a negative case without evidence. */
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
  // A refusal because of a conflict would not be a refusal of the defect.
  const around = randomRequest({ ...of, mixed: false }) ?? fc.constant(plain)
  const [first, ...others] = negativeCasesOf(operation, base, context).filter((miss) => {
    const drawn = withMiss(plain, miss)
    return drawn !== undefined && isShown(drawn)
  })
  return {
    ...(valid === undefined ? {} : { valid: valid.map((request) => ({ request })) }),
    ...(first === undefined
      ? {}
      : {
          // The defect stays while the rest of the request shrinks.
          negative: fc
            .tuple(fc.noShrink(fc.constantFrom(first, ...others)), around)
            .map(([miss, request]) => withMiss(request, miss)),
        }),
  }
}

function withMiss(request: RandomRequest, miss: MissOf): Drawn | undefined {
  const send = miss.breaks(request.send)
  return send === undefined ? undefined : { request: { ...request, send }, miss }
}
