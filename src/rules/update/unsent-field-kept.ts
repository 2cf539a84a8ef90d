import { pointer } from '../../document/json-pointer.ts'
import { isAccepted, isMergePatch } from '../../evidence/evidence.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/shape-of.ts'
import { viewsOf } from '../../evidence/views.ts'
import { isObject, type Json } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const unsentFieldKept: Rule = {
  id: 'unsent_field_kept',
  title: 'A PATCH changes only the fields that it sends',
  why: 'A PATCH that resets other fields loses data although its own response matches every schema (RFC 7396 §2).',
  fix: 'do not change fields that the request does not send, or document with x-update and x-follows which other fields a sent field changes',
  examples: {
    passes: 'GET /orders/7 shows `note`. PATCH /orders/7 {"due": …} → 200, and GET shows the same `note`',
    fails: 'GET /orders/7 shows `note`. PATCH /orders/7 {"due": …} → 200, and GET shows no `note`',
  },
  level: 'error',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, status, response } = evidence
    const sent = execution.sent?.body
    const [before, later] = [execution.before?.subject, execution.later?.subject]
    if (operation.update !== undefined || operation.method !== 'PATCH' || execution.readBy === undefined) return []
    if (!isAccepted(evidence) || status === 202 || response === undefined) return []
    if (!isObject(sent) || !isObject(before) || !isObject(later)) return []
    const fields = viewsOf(evidence).find(({ name }) => name === 'a later read')?.fields ?? []
    return fields
      .filter(({ name }) => !Object.hasOwn(sent, name) && !isEmpty(before[name]))
      .filter(({ name }) => !sameValue(before[name], later[name]))
      .map(({ name }): RuleFault => ({
        pointer: response.pointer,
        address: response.address,
        at: pointer(name),
        message: `${name} was not sent, but has changed in a later read`,
        expected: `unchanged, ${shapeOf(before[name])}`,
        received: shapeOf(later[name]),
        cause: 'unsent field',
        // If the request is not a merge patch, an update of one field may change another field.
        ...(isMergePatch(evidence) || isEmpty(later[name]) ? {} : { level: 'warning' }),
      }))
      .slice(0, 1)
  },
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
