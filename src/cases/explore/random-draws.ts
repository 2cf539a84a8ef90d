import fc from 'fast-check'
import type { Operation } from '../../operations/operation.ts'
import type { ExploredKind } from '../explored-path.ts'
import { sendOf } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { negativeCasesOf, type MissOf } from './negative-cases-of.ts'
import { randomRequest, type RandomRequest } from './random-request.ts'

/** What is drawn for one case. */
export interface Drawn {
  readonly request: RandomRequest
  /** What is wrong with it, if anything. */
  readonly miss?: MissOf
}

/** What can be drawn for an operation, by kind; a negative case that cannot be made of some request is undefined. */
export type Draws = Readonly<Partial<Record<ExploredKind, fc.Arbitrary<Drawn | undefined>>>>

/** Random requests of an operation, and with one thing wrong. `isShown` says of a negative case whether it says anything. */
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
  // What a conflict of its values would be answered with is no refusal of what is wrong.
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
          // What is wrong stays as it is while the request around it shrinks.
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
