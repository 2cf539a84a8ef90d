import { pointer } from '../../document/json-pointer.ts'
import { isAccepted } from '../../evidence/evidence.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { viewsOf } from '../../evidence/views.ts'
import { isObject } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const readOnlyKept: Rule = {
  id: 'read_only_kept',
  title: 'A request must not change a readOnly property',
  why: 'A caller that can write a readOnly property, like a role or a price, decides what only the server may decide.',
  fix: 'ignore or refuse the property in requests, or document it without readOnly (OpenAPI 3.1.1 §4.8.24)',
  examples: {
    passes: '`state` is readOnly. PATCH /orders/7 {"state": "paid"} → 200 {"state": "open", …}',
    fails: '`state` is readOnly and was "open". PATCH /orders/7 {"state": "paid"} → 200 {"state": "paid", …}',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response } = evidence
    const sent = execution.sent?.body
    const before = execution.before?.subject
    if (!isAccepted(evidence) || response === undefined || !isObject(sent) || !isObject(before)) return []
    const schema = operation.requestBody?.content.find(({ range }) => isJson(range))?.schema
    const fields = fieldsOf(schema)
    if (!Object.keys(sent).some((name) => fields.get(name)?.['readOnly'] === true)) return []
    return [...fields]
      .filter(([name, field]) => field['readOnly'] === true && Object.hasOwn(sent, name))
      .flatMap(([name]): RuleFault[] => {
        const view = viewsOf(evidence).find(({ body }) => isObject(body) && sameValue(body[name], sent[name]))
        if (view === undefined || sameValue(sent[name], before[name])) return []
        return [
          {
            pointer: response.pointer,
            address: response.address,
            at: pointer(name),
            message: `${name} is readOnly, but ${view.name} has the value that was sent`,
            expected: `unchanged, ${shapeOf(before[name])}`,
            received: 'the value that was sent',
            cause: `readOnly ${name}`,
          },
        ]
      })
  },
}
