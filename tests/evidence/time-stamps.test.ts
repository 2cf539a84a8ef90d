import { expect, test } from 'vitest'
import { readDocument } from '../../src/document/read-document.ts'
import { contractOf } from '../../src/evidence/contract.ts'
import type { JsonObject } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { judge } from '../../src/verdicts/judge.ts'
import { liveExecution } from '../support/live-execution.ts'

const operationOf = (api: string) => listOperations(readDocument(`specs/${api}/openapi.yaml`))[0]
const operations = { lobbie: operationOf('lobbie'), aniva: operationOf('aniva') }

/**
 * True if the invariant `id` accepts the response to an update that changed the time stamp from `was` to `is`. The
 * response has the header `Date` with the value `date`.
 */
function isAcceptedBy(id: string, api: 'lobbie' | 'aniva', was: string, is: string, date: string): boolean {
  const operation = operations[api]
  if (operation === undefined) throw new Error('the document has no operation')
  const stamped = (text: string): JsonObject => ({ [api === 'lobbie' ? 'updatedAt' : 'updated_at']: text })
  const headers = { date: new Date(date).toUTCString() }
  const execution = {
    ...liveExecution(operation, { body: stamped(is), headers }),
    sent: { path: {}, query: {}, headers: {}, body: {} },
    before: { subject: stamped(was), bystander: null },
  }
  const { findings } = judge(contractOf(operation), execution)
  return !findings.some(({ clause }) => clause.endsWith(`/${id}`))
}

const stampsAreFine = (api: 'lobbie' | 'aniva', was: string, is: string, date: string): boolean =>
  isAcceptedBy('updated-at-moves-forward', api, was, is, date)

test.each(['lobbie', 'aniva'] as const)(
  '%s: a time stamp in whole seconds may equal the previous time stamp for at most one second',
  (api) => {
    const stamp = '2026-01-05T09:00:00Z'
    expect(stampsAreFine(api, stamp, stamp, '2026-01-05T09:00:01Z')).toBe(true)
    expect(stampsAreFine(api, stamp, stamp, '2026-01-05T09:00:02Z')).toBe(false)
    expect(stampsAreFine(api, stamp, '2026-01-05T08:59:59Z', '2026-01-05T09:00:00Z')).toBe(false)
    expect(stampsAreFine(api, stamp, '2026-01-05T09:00:01Z', '2026-01-05T09:00:09Z')).toBe(true)
  },
)

test.each(['lobbie', 'aniva'] as const)(
  '%s: an update must change a time stamp that has a fraction of a second',
  (api) => {
    const stamp = '2026-01-05T09:00:00.250Z'
    expect(stampsAreFine(api, stamp, stamp, '2026-01-05T09:00:00Z')).toBe(false)
  },
)

test.each(['lobbie', 'aniva'] as const)(
  '%s: a new time stamp must differ from the header Date by less than 15 minutes',
  (api) => {
    const isNow = (is: string): boolean =>
      isAcceptedBy('updated-at-is-now', api, '2026-01-01T09:00:00Z', is, '2026-01-05T09:00:00Z')
    expect(isNow('2026-01-05T08:45:01Z')).toBe(true)
    expect(isNow('2026-01-05T09:14:59Z')).toBe(true)
    expect(isNow('2026-01-05T08:45:00Z')).toBe(false)
    expect(isNow('2026-01-05T09:15:00Z')).toBe(false)
    expect(isNow('2026-01-05T10:00:00Z')).toBe(false)
  },
)
