import type { Operation } from '../operations/operation.ts'
import { baseRequest } from './base-request.ts'
import type { Case } from './case.ts'
import { draft, sendOf } from './maker.ts'
import type { PlanContext } from './plan-context.ts'

/** Returns a case that deletes an object that the gate created. The caller must add the path values. */
export function cleanUpCase(operation: Operation, context: PlanContext): Case {
  const base = { ...baseRequest(operation, context), path: {} }
  return draft('clean-up', operation, base, {
    name: 'removes-what-the-gate-made',
    title: 'removes an object that the gate made',
    send: sendOf(base),
    expect: { kind: 'accepted' },
    proves: [],
  })
}
