import { valueAt } from '../../document/json-pointer.ts'
import { isAccepted, jsonOf } from '../../evidence/evidence.ts'
import { returnedFields } from '../../evidence/returned-fields.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/shape-of.ts'
import { isObject } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const sentValueReturned: Rule = {
  id: 'sent_value_returned',
  title: 'An update returns the numbers and switches that were sent',
  why: 'A response with the value from before means that the update was lost, or that the client shows stale data.',
  fix: 'return the resource after the update, or document other names for computed values',
  examples: {
    passes: '`count` is documented in request and response. PATCH /orders/7 {"count": 2} → 200 {"count": 2, …}',
    fails: '`count` is documented in request and response. PATCH /orders/7 {"count": 2} → 200 {"count": 1, …}',
  },
  level: 'error',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution } = evidence
    const sent = execution.sent?.body
    const body = jsonOf(evidence)
    if (operation.update !== undefined || !['PUT', 'PATCH'].includes(operation.method)) return []
    if (execution.target.name === 'mock' || execution.case.expect.kind !== 'accepted') return []
    if (!isAccepted(evidence) || !isObject(sent) || !isObject(body)) return []
    return returnedFields(evidence).flatMap(({ name, readsBack, pointer, address }): RuleFault[] => {
      const [value, received] = [sent[name], valueAt(body, readsBack)]
      if (typeof value !== 'number' && typeof value !== 'boolean') return []
      if (typeof received !== typeof value || sameValue(received, value)) return []
      return [
        {
          pointer,
          ...(address === undefined ? {} : { address }),
          at: readsBack,
          message: `${name} was sent, and the response shows another value`,
          expected: 'the value that was sent',
          received: shapeOf(received),
          cause: `sent ${name}`,
        },
      ]
    })
  },
}
