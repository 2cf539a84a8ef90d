import { pointer } from '../../document/json-pointer.ts'
import { isAccepted } from '../../evidence/evidence.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { resourceSchema } from '../../evidence/response/documented-part.ts'
import { viewsOf } from '../../evidence/views.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import { isObject } from '../../json.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { isDateTime } from '../../schemas/formats.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const updateStampIsNow: Rule = {
  id: 'update_stamp_is_now',
  title: 'An update sets the time of the last update to the present time',
  why: 'A time stamp is often wrong by some hours because of a time zone. Clients that ask only for newer resources then miss changes.',
  fix: 'take the time stamp from a clock in UTC, or describe the meaning of the property in an invariant',
  examples: {
    passes: 'at 09:00:01Z by the header Date: PATCH /orders/7 → 200 {"updatedAt": "2026-01-05T09:00:00Z", …}',
    fails: 'at 09:00:01Z by the header Date: PATCH /orders/7 → 200 {"updatedAt": "2026-01-05T10:00:00Z", …}',
  },
  // The level is only `drift`, because the name of a property is not a promise.
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge(evidence) {
    const { operation, execution, response, answer, status } = evidence
    const before = execution.before?.subject
    // This rule skips operations with `x-update`, because invariants in the document say which times their updates
    // store.
    if (operation.update !== undefined || !['PUT', 'PATCH'].includes(operation.method)) return []
    if (!isAccepted(evidence) || status === 202 || response === undefined || execution.target.name === 'mock') return []
    // The stored time is compared with the `Date` header. Both come from the clock of the server.
    const now = Date.parse(headerOf(answer, 'date') ?? '')
    if (Number.isNaN(now) || !isObject(before)) return []
    const sent = execution.sent?.body
    const shown = execution.readBy === undefined ? undefined : resourceSchema(execution.readBy)
    const [fault] = viewsOf(evidence).flatMap(({ name: where, body }): RuleFault[] => {
      if (!isObject(body)) return []
      const fields = fieldsOf(where === 'the response' ? evidence.mediaType?.schema : shown)
      return Object.entries(body).flatMap(([name, value]): RuleFault[] => {
        if (!OF_LAST_UPDATE.test(name) || fields.get(name)?.['format'] !== 'date-time') return []
        if (typeof value !== 'string' || !isDateTime(value) || (isObject(sent) && Object.hasOwn(sent, name))) return []
        // If the update changed no value, the server is allowed to keep the old time.
        if (sameValue(value, before[name])) return []
        if (Math.abs(Date.parse(value.toUpperCase()) - now) < TOLERANCE) return []
        return [
          {
            pointer: response.pointer,
            address: response.address,
            at: pointer(name),
            message: `${where} has a new ${name} that is at least 15 minutes away from the time of the update`,
            expected: 'a time less than 15 minutes before or after the header Date',
            received: shapeOf(value),
            cause: `stamp ${name}`,
          },
        ]
      })
    })
    return fault === undefined ? [] : [fault]
  },
}

/** Matches names such as `updatedAt`, `last_modified` and `dateUpdated`. */
const OF_LAST_UPDATE = /^(?:last_?|date_?)?(?:updated|modified)(?:_?(?:at|on|time|date))?$|^update_?time$/i

/**
 * A stored time is accepted if it differs from the `Date` header by less than this, in milliseconds. The clocks of one system may
 * differ by minutes. A time in a wrong time zone differs by at least 15 minutes.
 */
const TOLERANCE = 900_000
