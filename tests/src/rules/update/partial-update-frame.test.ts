import { describe, expect, test } from 'vitest'
import { partialUpdateFrame } from '../../../../src/rules/update/partial-update-frame.ts'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { BEFORE, executionOf, found, judged, ORDER } from '../../../support/orders-execution.ts'

describe('the rule partial_update_frame', () => {
  test(`accepts the example: ${partialUpdateFrame.examples.passes}`, () => {
    expect(found()).toEqual([])
    expect(judged().exercised).toContain('updateOrder/x-update/due')
  })
  test('accepts the same instant with another offset', () => {
    expect(found({ body: { ...ORDER, due: '2026-01-08T11:00:00+01:00' } })).toEqual([])
  })
  test('reports an update that is not stored', () => {
    expect(found({ body: BEFORE, later: BEFORE })).toEqual(['partial_update_frame /x-update/due /due'])
  })
  test('reports a value that the response contains and a later read does not', () => {
    expect(found({ later: BEFORE })).toEqual(['partial_update_frame /x-update/due /due'])
  })
  test(`reports the example: ${partialUpdateFrame.examples.fails}`, () => {
    expect(found({ body: { ...ORDER, note: null }, later: { ...ORDER, note: null } })).toEqual([
      'partial_update_frame /x-update/due /note',
    ])
  })
  test('accepts a change of a field that depends on a sent field (x-follows) or that may always change (x-volatile)', () => {
    expect(
      found({ body: { ...ORDER, ends: '2026-01-08T12:00:00Z' }, later: { ...ORDER, ends: '2026-01-08T12:00:00Z' } }),
    ).toEqual([])
  })
  test('reports a changed field with x-follows if the update sent none of the fields that this field follows', () => {
    const note = { ...BEFORE, note: 'new', ends: '2026-01-07T12:00:00Z' }
    expect(found({ sent: { note: 'new' }, body: note, later: note })).toEqual([
      'partial_update_frame /x-update/note /ends',
    ])
  })
  test('accepts an upper-case UUID that is returned in lower case', () => {
    const note = '3f2504e0-4f89-41d3-9a0c-0305e82c33ab'
    const after = { ...BEFORE, note }
    expect(found({ sent: { note: note.toUpperCase() }, body: after, later: after })).toEqual([])
  })
  test('reports an upper-case text that is returned in lower case, if the text is not a UUID', () => {
    const after = { ...BEFORE, note: 'new' }
    expect(found({ sent: { note: 'NEW' }, body: after, later: after })).toEqual([
      'partial_update_frame /x-update/note /note',
    ])
  })
  test('allows undocumented properties to appear, including nested ones', () => {
    const text = ORDERS.replace(
      '        size: { enum: [small, large] }\n        updated',
      '        size: { enum: [small, large] }\n        place: { type: object, properties: { name: { type: string } } }\n        updated',
    )
    const place = { place: { name: 'a' } }
    const frame = (later: object) =>
      judge(
        contractOf(ordersOperation(text)),
        executionOf({ before: { ...BEFORE, ...place }, body: { ...ORDER, ...later }, later: { ...ORDER, ...later } }),
      ).findings.filter(({ rule }) => rule === 'partial_update_frame').length
    expect(frame({ place: { name: 'a', floor: 2 } })).toBe(0)
    expect(frame({ place: { name: 'b' } })).toBe(1)
    expect(frame({})).toBe(1)
  })
  test('judges a live server by the request and the response, without a later read', () => {
    expect(found({ live: true })).toEqual([])
    expect(found({ live: true, sent: { note: 'new' } })).toEqual(['partial_update_frame /x-update/note /note'])
  })
  test('accepts that null in a merge patch removes the property (RFC 7396 §1)', () => {
    const { size: _size, ...removed } = BEFORE
    const merge = (type: string) =>
      found({ sent: { size: null }, body: removed, later: removed, requestHeaders: [['Content-Type', type]] })
    expect(merge('application/merge-patch+json')).toEqual([])
    expect(merge('application/json')).toEqual(['partial_update_frame /x-update/size /size'])
  })
})
