import { valueAt } from '../../document/json-pointer.ts'
import { isObject } from '../../json.ts'
import { isAccepted, jsonOf } from '../../evidence/evidence.ts'
import type { Fault, Rule } from '../rule.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/shape-of.ts'
import { shifted } from '../../evidence/shifted.ts'

export const instantPreserved: Rule = {
  id: 'instant_preserved',
  title: 'A time comes back as the instant that was sent, whatever its offset',
  why: 'An appointment that moves by an hour on its way through a server is kept by nobody.',
  level: 'error',
  stages: ['instants'],
  judge(evidence) {
    const { operation, execution } = evidence
    const sent = execution.sent?.body
    const answer = jsonOf(evidence)
    if (operation.update === undefined || !isAccepted(evidence) || !isObject(sent) || !execution.target.shows.state)
      return []
    const before = execution.before?.subject ?? undefined
    const views = [
      { name: 'the answer', body: answer },
      { name: 'what is read later', body: execution.later?.subject ?? undefined },
    ]
    return operation.update.fields.flatMap((field): Fault[] => {
      const { readsBack } = field
      if (readsBack === undefined || !Object.hasOwn(sent, field.name)) return []
      const view = views.find(({ body }) => {
        const received = valueAt(body, readsBack)
        return shifted(sent[field.name], received) && !sameValue(received, valueAt(before, readsBack))
      })
      if (view === undefined) return []
      return [
        {
          pointer: `/x-update/${field.name}`,
          at: readsBack,
          message: `${field.name} is another instant in ${view.name} than the one that was sent`,
          expected: 'the instant that was sent',
          received: shapeOf(valueAt(view.body, readsBack)),
        },
      ]
    })
  },
}
