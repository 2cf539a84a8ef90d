import { valueAt } from '../../document/json-pointer.ts'
import { isAccepted } from '../../evidence/evidence.ts'
import { viewsOf } from '../../evidence/views.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { isSameSecond, shifted } from '../../evidence/shifted.ts'
import { isObject } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const instantPreserved: Rule = {
  id: 'instant_preserved',
  title: 'A date-time is returned as the same instant that was sent, possibly with another offset',
  why: 'A server that reinterprets a time in another time zone shifts it by hours, and every response still matches its schema.',
  fix: 'store instants with their offset, and never reinterpret them in another zone',
  examples: {
    passes: 'PATCH /orders/7 {"due": "2026-01-08T15:30:00+05:30"} → 200 {"due": "2026-01-08T10:00:00Z", …}',
    fails: 'PATCH /orders/7 {"due": "2026-01-08T10:00:00Z"} → 200 {"due": "2026-01-08T11:00:00Z", …}',
  },
  level: 'error',
  weight: 'harm',
  stages: ['instants'],
  judge(evidence) {
    const { execution } = evidence
    const sent = execution.sent?.body
    if (!isAccepted(evidence) || !isObject(sent) || execution.target.name === 'mock') return []
    const before = execution.before?.subject ?? undefined
    const faults = viewsOf(evidence).flatMap(({ name: where, body, fields }) =>
      fields.flatMap(({ name, readsBack, pointer, address }): RuleFault[] => {
        if (!Object.hasOwn(sent, name)) return []
        const received = valueAt(body, readsBack)
        if (!shifted(sent[name], received)) return []
        if (sameValue(received, valueAt(before, readsBack))) return []
        return [
          {
            pointer,
            ...(address === undefined ? {} : { address }),
            at: readsBack,
            message: `${where} has a different instant for ${name} than the request`,
            expected: 'the instant that was sent',
            received: shapeOf(received),
            // The key `x-update/FIELD/fraction` in `x-source` can say that the server is allowed to drop fractions of a
            // second.
            ...(isSameSecond(sent[name], received) ? { part: 'fraction' } : {}),
          },
        ]
      }),
    )
    return faults.filter(({ at }, index) => faults.findIndex((other) => other.at === at) === index)
  },
}
