import { responseFor, type Operation } from '../operations/operation.ts'
import { baseRequest } from './base-request.ts'
import type { Case } from './case.ts'
import { draft, sendOf } from './maker.ts'
import type { PlanContext } from './plan-context.ts'

const ID = 'accept'

/**
 * Plans two requests: one without the header `Accept`, and one whose `Accept` allows every media type. Every server
 * must accept these two requests (RFC 9110 §12.5.1). They are sent to the first GET operation that requires no
 * parameters. Returns no cases if the target is not a live server.
 */
export function acceptCases(operations: readonly Operation[], context: PlanContext): Case[] {
  const operation = operations.find((each) => isPlainRead(each))
  if (operation === undefined || context.target !== 'live' || context.hasStates) return []
  const base = baseRequest(operation, context)
  const acceptCase = (name: string, title: string, changes: Partial<Case>): Case => ({
    ...draft(ID, operation, base, { name, title, send: sendOf(base), expect: { kind: 'accepted' }, proves: [] }),
    ...changes,
  })
  const headers = { ...base.headers, Accept: '*/*' }
  return [
    acceptCase('any', 'accepts a request for any media type', { send: sendOf(base, { headers }) }),
    acceptCase('none', 'accepts a request without the header Accept', { withoutAccept: true }),
  ]
}

function isPlainRead(operation: Operation): boolean {
  const { method, broken, isWebhooks, parameters, path } = operation
  if (method !== 'GET' || broken !== undefined || isWebhooks === true || path.includes('{')) return false
  const isFree = parameters.every((each) => !each.required && each.name.toLowerCase() !== 'accept')
  return isFree && responseFor(operation, 200) !== undefined
}
