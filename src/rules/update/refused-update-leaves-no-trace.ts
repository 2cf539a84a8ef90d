import { pointer } from '../../document/json-pointer.ts'
import { documentedPart, resourceSchema } from '../../evidence/response/documented-part.ts'
import { sameRecords, sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { isObject, type Json } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const refusedUpdateLeavesNoTrace: Rule = {
  id: 'refused_update_leaves_no_trace',
  title: 'A refused update must not change anything',
  why: 'After a 4xx, a client assumes that nothing has changed, and may send the update again.',
  fix: 'refuse before the first write, or roll back',
  examples: {
    passes: 'PATCH /orders/7 → 409, and GET /orders/7 returns what it returned before',
    fails: 'PATCH /orders/7 {"note": "late"} → 409, and GET /orders/7 returns the new `note`',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, status, execution } = evidence
    if (status < 400) return []
    const [was, is] = [execution.before?.subject, execution.later?.subject]
    if ((operation.update ?? execution.readBy) === undefined || !isObject(was) || is === undefined) return []
    const schema = resourceSchema(execution.readBy ?? operation)
    const before = documentedPart(was, schema)
    const later = is === null ? null : documentedPart(is, schema)
    const fault = { ...placeOf(evidence), cause: 'refused' }
    if (later === null) {
      return [
        {
          ...fault,
          message: `refuses the update with ${status}, but afterwards the resource is gone`,
          expected: 'unchanged',
          received: 'nothing',
        },
      ]
    }
    const changed = [...new Set([...Object.keys(before), ...Object.keys(later)])].filter(
      (name) => !sameRecords(before[name], later[name]) && mayBlame(evidence, name, later[name]),
    )
    const [first] = changed
    if (first === undefined) return []
    return [
      {
        ...fault,
        at: pointer(first),
        message: `refuses the update with ${status}, but changes ${changed.map((name) => pointer(name)).join(', ')}`,
        expected: `unchanged, ${shapeOf(before[first])}`,
        received: shapeOf(later[first]),
      } satisfies RuleFault,
    ]
  },
}

function placeOf({ operation, response }: Evidence): Pick<RuleFault, 'pointer' | 'address'> {
  if (operation.update !== undefined) return { pointer: '/x-update/refused' }
  if (response !== undefined) return { pointer: response.pointer, address: response.address }
  return { pointer: '/responses', address: operation.address }
}

/**
 * True if the refused update can be the reason that the field `name` now has the value `now`. If a GET read the
 * resource, another client or the GET itself may also have changed the field, so `now` must be the value that the
 * update sent. If a provider state read the resource, the update is the only possible reason.
 */
function mayBlame({ operation, execution }: Evidence, name: string, now: Json | undefined): boolean {
  if (execution.readBy === undefined) return true
  const sent = execution.sent?.body
  if (operation.update?.volatile.includes(name) === true) return false
  return isObject(sent) && Object.hasOwn(sent, name) && sameValue(sent[name], now)
}
