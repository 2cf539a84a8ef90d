import { pointer } from '../../document/json-pointer.ts'
import { documentedPart, resourceSchema } from '../../evidence/response/documented-part.ts'
import { sameRecords } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { isObject } from '../../json.ts'
import type { Rule } from '../rule.ts'

export const bystanderUnchanged: Rule = {
  id: 'bystander_unchanged',
  title: 'An update changes only the resource in its path',
  why: 'The response does not show a change to another resource, so the owner of that resource loses data without noticing.',
  fix: 'restrict the write to the resource in the path',
  examples: {
    passes: 'PATCH /orders/7 → 200, and GET /orders/8 returns what it returned before',
    fails: 'PATCH /orders/7 → 200, and GET /orders/8 returns another `note` than before',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge({ operation, execution }) {
    const [was, is] = [execution.before?.bystander, execution.later?.bystander]
    if (operation.update === undefined || !isObject(was) || is === undefined) return []
    const schema = resourceSchema(operation)
    const before = documentedPart(was, schema)
    const later = is === null ? null : documentedPart(is, schema)
    const name =
      Object.keys(before).find((key) => !sameRecords(before[key], later?.[key])) ??
      Object.keys(later ?? {}).find((key) => !sameRecords(before[key], later?.[key]))
    if (name === undefined) return []
    return [
      {
        pointer: '/x-update',
        address: operation.update.address,
        at: pointer(name),
        message: `changes ${pointer(name)} of a resource other than the one in the path`,
        expected: `unchanged, ${shapeOf(before[name])}`,
        received: shapeOf(later?.[name]),
        cause: 'bystander',
      },
    ]
  },
}
