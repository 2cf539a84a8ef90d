import { describe, expect, test } from 'vitest'
import { otherRecordInResponse } from '../../../../src/rules/response/other-record-in-response.ts'
import { found } from '../../../support/orders-execution.ts'

const bystander = { id: 8, note: 'Gift for Ada', due: '2026-02-01T10:00:00Z' }
const conflict = { expect: { kind: 'status', status: '409', accept: [] }, status: 409, bystander } as const

describe('the rule other_record_in_response', () => {
  test(`accepts the example: ${otherRecordInResponse.examples.passes}`, () => expect(found({ bystander })).toEqual([]))

  test(`reports the example: ${otherRecordInResponse.examples.fails}`, () => {
    expect(found({ ...conflict, body: { error: 'Gift for Ada' } })).toEqual([
      'other_record_in_response /responses/409 /error',
    ])
  })

  test('a text that contains a value of another record is reported', () => {
    const body = { error: 'Taken by order 8 (Gift for Ada).' }
    expect(found({ ...conflict, body })).toEqual(['other_record_in_response /responses/409 /error'])
  })

  test('a 401 that shows a value of the requested record is reported; a 409 that shows the same value is not reported', () => {
    const body = { error: 'The note of this order is "Leave at the door".' }
    const before = { id: 7, note: 'Leave at the door' }
    const refused = (status: '401' | '409') => ({
      ...conflict,
      expect: { kind: 'status', status, accept: [] } as const,
      status: Number(status),
      before,
      later: before,
      body,
    })
    expect(found(refused('409'))).toEqual([])
    expect(found(refused('401')).some((each) => each.startsWith('other_record_in_response'))).toBe(true)
  })

  test('a value of another record is not reported if the request sent the same value, or if it is a time', () => {
    const sent = { note: 'Gift for Ada' }
    expect(found({ ...conflict, sent, body: { error: 'Gift for Ada' } })).toEqual([])
    expect(found({ ...conflict, body: { error: '2026-02-01T10:00:00Z' } })).toEqual([])
  })
})
