import { pointer } from '../../document/json-pointer.ts'
import { isObject } from '../../json.ts'
import type { Rule } from '../rule.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/shape-of.ts'

export const bystanderUnchanged: Rule = {
  id: 'bystander_unchanged',
  title: 'An update touches only the one that it names',
  why: 'What happens to a neighbour is seen by nobody who looks only at the answer.',
  level: 'error',
  stages: ['frame'],
  judge({ operation, execution }) {
    const before = execution.before?.bystander
    const later = execution.later?.bystander
    if (operation.update === undefined || !isObject(before) || later === undefined || sameValue(before, later))
      return []
    const name = Object.keys(before).find((key) => !sameValue(before[key], later?.[key])) ?? ''
    return [
      {
        pointer: '/x-update',
        address: operation.update.address,
        at: pointer(name),
        message: `another appointment than the one in the path is changed${name === '' ? '' : `: its ${pointer(name)}`}`,
        expected: `as before, ${shapeOf(before[name])}`,
        received: shapeOf(later?.[name]),
        root: 'bystander',
      },
    ]
  },
}
