import { pointer } from '../../document/json-pointer.ts'
import { isObject } from '../../json.ts'
import type { Fault, Rule } from '../rule.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/shape-of.ts'

export const refusedUpdateLeavesNoTrace: Rule = {
  id: 'refused_update_leaves_no_trace',
  title: 'A refused update leaves everything as it was',
  why: 'Who reads a 4xx believes that nothing happened.',
  level: 'error',
  stages: ['frame'],
  judge({ operation, status, execution }) {
    if (operation.update === undefined || status < 400) return []
    const before = execution.before?.subject
    const later = execution.later?.subject
    if (!isObject(before) || later === undefined) return []
    const fault = { pointer: '/x-update/refused', root: 'refused' }
    if (later === null) {
      return [
        {
          ...fault,
          message: 'was refused, and later there is nothing any more',
          expected: 'as before',
          received: 'nothing',
        },
      ]
    }
    const changed = [...new Set([...Object.keys(before), ...Object.keys(later)])].filter(
      (name) => !sameValue(before[name], later[name]),
    )
    const [first] = changed
    if (first === undefined) return []
    return [
      {
        ...fault,
        at: pointer(first),
        message: `was refused with ${status}, and later ${changed.map((name) => pointer(name)).join(', ')} is changed`,
        expected: `as before, ${shapeOf(before[first])}`,
        received: shapeOf(later[first]),
      } satisfies Fault,
    ]
  },
}
