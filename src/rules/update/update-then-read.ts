import { isAccepted, type Evidence } from '../../evidence/evidence.ts'
import { isLost, isMoved, mayBeHidden } from '../../evidence/lost-resource.ts'
import { isState } from '../../evidence/is-other-text.ts'
import { lostValues } from '../../evidence/lost-values.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { viewsOf } from '../../evidence/views.ts'
import { isObject } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const updateThenRead: Rule = {
  id: 'update_then_read',
  title: 'A read after an update shows the sent values, and a PUT removes or resets the values that it does not send',
  why: 'A client believes that its update is stored, but the next read shows something else.',
  fix: 'store every accepted value, and let PUT replace the whole resource (RFC 9110 §9.3.4) or document what it keeps',
  examples: {
    passes: 'order 7 has a `note`. PUT /orders/7 {"count": 2} → 200, and GET /orders/7 → 200 {"id": 7, "count": 2}',
    fails:
      'order 7 has a `note`. PUT /orders/7 {"count": 2} → 200, and GET /orders/7 → 200 {"id": 7, "count": 2, "note": …}',
  },
  level: 'error',
  weight: 'harm',
  // A lost resource is a fault even if the response to the update is also wrong. For this reason, this rule also runs
  // in the stage `http`, which is never skipped.
  stages: ['http', 'frame'],
  judge(evidence, stage) {
    if (stage === 'http') return lostResource(evidence)
    const { operation, execution, response, status } = evidence
    const { case: aCase, readBy } = execution
    if (operation.update !== undefined || readBy === undefined || response === undefined) return []
    if (!['PUT', 'PATCH'].includes(operation.method) || aCase.expect.kind !== 'accepted') return []
    if (!isAccepted(evidence) || status === 202) return []
    const lost = lostValues(evidence).map(({ field, received, isSure }): RuleFault => ({
      pointer: field.pointer,
      ...(field.address === undefined ? {} : { address: field.address }),
      at: field.readsBack,
      message: `${field.name} was sent, but a later read ${received === undefined ? 'does not show it' : 'has a different value'}`,
      expected: 'the value that was sent',
      received: shapeOf(received),
      cause: `sent ${field.name}`,
      ...(isSure ? {} : { level: 'drift' }),
    }))
    return lost.length > 0 || operation.method !== 'PUT' ? lost : keptByPut(evidence)
  },
}

/** Returns a list with one fault if the updated resource is no longer at its path, otherwise an empty list. */
function lostResource({ execution, operation, response, status }: Evidence): RuleFault[] {
  // If a provider state read the resource instead of a GET, other rules report the fault.
  if (execution.readBy === undefined || execution.case.expect.kind !== 'accepted' || status === 202) return []
  if (!isLost(execution) || isMoved(execution)) return []
  return [
    {
      pointer: response?.pointer ?? '/responses',
      ...(response === undefined ? {} : { address: response.address }),
      message: `after ${operation.method} the resource cannot be read at its path any more`,
      expected: 'the updated resource',
      received: '404 or 410, also a second later',
      cause: 'lost resource',
      // The resource may still exist but be hidden, for example because it was archived.
      ...(mayBeHidden(execution) ? { level: 'drift' } : {}),
    },
  ]
}

/**
 * Returns a list with one fault if an accepted PUT did not contain a property and the server kept the old value of this
 * property. Otherwise returns an empty list.
 */
function keptByPut(evidence: Evidence): RuleFault[] {
  const { sent, before, later } = evidence.execution
  const { response } = evidence
  const [was, is, body] = [before?.subject, later?.subject, sent?.body]
  if (response === undefined || !isObject(was) || !isObject(is) || !isObject(body)) return []
  const fields = viewsOf(evidence).find(({ name }) => name === 'a later read')?.fields ?? []
  // Reports nothing if the read does not show every sent value. In this case, the whole update may be lost, or the read
  // may be outdated.
  const isStored = ({ name }: { name: string }): boolean =>
    !Object.hasOwn(body, name) || sameValue(body[name], is[name])
  if (!fields.every(isStored)) return []
  const kept = fields.find(({ name, schemas }) => {
    if (Object.hasOwn(body, name) || schemas === undefined || isState(schemas)) return false
    const defaults = [schemas.sent.value, schemas.shown.value].map((each) =>
      isObject(each) ? each['default'] : undefined,
    )
    return isValue(was[name]) && sameValue(was[name], is[name]) && !defaults.some((each) => sameValue(each, is[name]))
  })
  if (kept === undefined) return []
  return [
    {
      pointer: response.pointer,
      address: response.address,
      at: kept.readsBack,
      message: `PUT keeps ${kept.name}, which was not sent`,
      expected: 'a resource that has only what was sent',
      received: `the value from before the update, ${shapeOf(is[kept.name])}`,
      cause: 'PUT does not replace',
      // The level is only `drift`, because many servers treat PUT like PATCH.
      level: 'drift',
    },
  ]
}

/** True for a value that a server does not set by default: one that is not absent, empty, false or 0. */
function isValue(value: unknown): boolean {
  return Boolean(value) && !(Array.isArray(value) && value.length === 0)
}
