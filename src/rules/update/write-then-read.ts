import { isAccepted } from '../../evidence/evidence.ts'
import { lostValues } from '../../evidence/lost-values.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const writeThenRead: Rule = {
  id: 'write_then_read',
  title: 'A created resource can be read with the values that were sent',
  why: 'A client believes that its data is stored, but the next read shows something else or nothing.',
  fix: 'store every accepted value and return it from the GET, or refuse the request',
  examples: {
    passes: 'POST /orders {"count": 2} → 201 {"id": 8, "count": 2}, and GET /orders/8 → 200 {"id": 8, "count": 2}',
    fails: 'POST /orders {"count": 2} → 201 {"id": 8, "count": 2}, and GET /orders/8 → 200 {"id": 8, "count": 1}',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response, status } = evidence
    const { later, readBy, locationStatus = 200 } = execution
    if (operation.method !== 'POST' || readBy === undefined || later === undefined || response === undefined) return []
    if (execution.case.expect.kind !== 'accepted' || !isAccepted(evidence) || status === 202) return []
    if (later.subject === null) {
      // Skips a Location that cannot be read, because the rule `location_resolves` reports it.
      if (locationStatus === 404 || locationStatus === 410) return []
      return [
        {
          pointer: response.pointer,
          address: response.address,
          message: `answers ${status} with the id of a resource that cannot be read`,
          expected: 'a 200 to a GET of the created resource',
          received: '404 or 410',
          cause: 'created resource is absent',
          // The level is only `drift`, because some servers show a resource only after it was checked or published.
          level: 'drift',
        },
      ]
    }
    return lostValues(evidence).map(({ field, received, isSure }): RuleFault => ({
      pointer: field.pointer,
      ...(field.address === undefined ? {} : { address: field.address }),
      at: field.readsBack,
      message: `${field.name} was sent, but a read of the created resource ${received === undefined ? 'does not show it' : 'has a different value'}`,
      expected: 'the value that was sent',
      received: shapeOf(received),
      cause: `sent ${field.name}`,
      // If the status is 200 and not 201, the level is only `drift`, because the resource may have existed before.
      ...(isSure && status === 201 ? {} : { level: 'drift' }),
    }))
  },
}
