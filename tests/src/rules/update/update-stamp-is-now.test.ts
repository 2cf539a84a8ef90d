import { describe, expect, test } from 'vitest'
import { updateStampIsNow } from '../../../../src/rules/update/update-stamp-is-now.ts'
import { foundIn, STORED, type Write } from '../../../support/plain-order.ts'

const due = { due: '2026-01-08T10:00:00Z' }
const NOW = '2026-01-05T09:00:01Z'
const date = new Date(NOW).toUTCString()
const REPORTED = ['drift update_stamp_is_now /updatedAt']

/** Judges a PATCH whose response has this time stamp. Before the PATCH, the time stamp was a day older. */
function stamped(updatedAt: string, changes: Write = {}, id = 'patchOrder'): string[] {
  const before = { ...STORED, updatedAt: '2026-01-04T09:00:00Z' }
  const later = { ...before, ...due, updatedAt }
  return foundIn(id, { sent: due, shown: later, before, later, date, ...changes })
}

describe('the rule update_stamp_is_now', () => {
  test(`accepts the example: ${updateStampIsNow.examples.passes}`, () => {
    expect(stamped('2026-01-05T09:00:00Z')).toEqual([])
  })
  test(`reports the example: ${updateStampIsNow.examples.fails}`, () => {
    expect(stamped('2026-01-05T10:00:00Z')).toEqual(REPORTED)
  })

  test.each(['2026-01-05T08:00:00Z', '2026-01-05T09:00:00+01:00', '2026-01-05T09:15:01Z', '2026-01-05T08:45:01Z'])(
    'reports the time stamp %s at 09:00:01Z',
    (stamp) => expect(stamped(stamp)).toEqual(REPORTED),
  )

  test.each(['2026-01-05T09:15:00Z', '2026-01-05T08:45:02Z', '2026-01-05T10:00:01+01:00'])(
    'accepts the time stamp %s at 09:00:01Z, because the clocks of one system may differ by minutes',
    (stamp) => expect(stamped(stamp)).toEqual([]),
  )

  test('accepts the old time stamp, because the update may have changed nothing', () => {
    expect(stamped('2026-01-04T09:00:00Z')).toEqual([])
  })

  test('without a Date header in the response, accepts every time stamp, because the clock of the server is unknown', () => {
    const before = { ...STORED, updatedAt: '2026-01-04T09:00:00Z' }
    const later = { ...before, ...due, updatedAt: '2026-01-05T10:00:00Z' }
    expect(foundIn('patchOrder', { sent: due, shown: later, before, later })).toEqual([])
  })

  test('accepts every time stamp if the resource was not read before, because the stamp may be old', () => {
    expect(
      foundIn('patchOrder', { sent: due, shown: { ...STORED, ...due, updatedAt: '2026-01-05T10:00:00Z' }, date }),
    ).toEqual([])
  })

  test('if the response has no body, reports a wrong time stamp that a later read returns', () => {
    const before = { ...STORED, updatedAt: '2026-01-04T09:00:00Z' }
    const later = { ...before, ...due, updatedAt: '2026-01-05T10:00:00Z' }
    expect(foundIn('patchOrder', { sent: due, status: 204, before, later, date })).toEqual(REPORTED)
  })

  test('ignores a time stamp that the request sends', () => {
    const updatedAt = '2026-01-05T10:00:00Z'
    expect(stamped(updatedAt, { sent: { ...due, updatedAt } }, 'putOrder')).not.toContainEqual(REPORTED[0])
  })
})
