import { expect, test } from 'vitest'
import { otherRecordInResponse } from '../../../../src/rules/response/other-record-in-response.ts'
import { found } from '../../../support/orders-execution.ts'

const bystander = { id: 8, note: 'Gift for Ada', due: '2026-02-01T10:00:00Z' }
const conflict = { expect: { kind: 'status', status: '409', accept: [] }, status: 409, bystander } as const

test(otherRecordInResponse.examples.passes, () => expect(found({ bystander })).toEqual([]))

test(otherRecordInResponse.examples.fails, () => {
  expect(found({ ...conflict, body: { error: 'Gift for Ada' } })).toEqual([
    'other_record_in_response /responses/409 /error',
  ])
})

test('a text that contains a value of another record is reported', () => {
  const body = { error: 'Taken by order 8 (Gift for Ada).' }
  expect(found({ ...conflict, body })).toEqual(['other_record_in_response /responses/409 /error'])
})

test('a value that the request sent, or a time of another record, is not reported', () => {
  const sent = { note: 'Gift for Ada' }
  expect(found({ ...conflict, sent, body: { error: 'Gift for Ada' } })).toEqual([])
  expect(found({ ...conflict, body: { error: '2026-02-01T10:00:00Z' } })).toEqual([])
})
