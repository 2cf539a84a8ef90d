import { expect, test } from 'vitest'
import { BEFORE, found, judged, ORDER } from '../../../support/orders-execution.ts'

test('an update that shows what was sent and nothing else holds, and is exercised', () => {
  expect(found()).toEqual([])
  expect(judged().exercised).toContain('updateOrder/x-update/due')
})
test('an offset of another zone is the same instant', () => {
  expect(found({ body: { ...ORDER, due: '2026-01-08T11:00:00+01:00' } })).toEqual([])
})
test('an update that is not applied is broken', () => {
  expect(found({ body: BEFORE, later: BEFORE })).toEqual(['partial_update_frame /x-update/due /due'])
})
test('an answer that shows what the store does not keep is broken', () => {
  expect(found({ later: BEFORE })).toEqual(['partial_update_frame /x-update/due /due'])
})
test('a field that was not sent and is wiped is broken', () => {
  expect(found({ body: { ...ORDER, note: null }, later: { ...ORDER, note: null } })).toEqual([
    'partial_update_frame /x-update/due /note',
  ])
})
test('a field that follows what was sent may change, and one that is volatile', () => {
  expect(
    found({ body: { ...ORDER, ends: '2026-01-08T12:00:00Z' }, later: { ...ORDER, ends: '2026-01-08T12:00:00Z' } }),
  ).toEqual([])
})
test('a field may not follow what was not sent', () => {
  const note = { ...BEFORE, note: 'new', ends: '2026-01-07T12:00:00Z' }
  expect(found({ sent: { note: 'new' }, body: note, later: note })).toEqual([
    'partial_update_frame /x-update/note /ends',
  ])
})
test('a UUID that was sent in upper case is shown when it is shown in lower case', () => {
  const note = '3f2504e0-4f89-41d3-9a0c-0305e82c33ab'
  const after = { ...BEFORE, note }
  expect(found({ sent: { note: note.toUpperCase() }, body: after, later: after })).toEqual([])
})
test('a text that is no UUID is another in another case', () => {
  const after = { ...BEFORE, note: 'new' }
  expect(found({ sent: { note: 'NEW' }, body: after, later: after })).toEqual([
    'partial_update_frame /x-update/note /note',
  ])
})
