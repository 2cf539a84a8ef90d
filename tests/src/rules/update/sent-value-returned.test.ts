import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../src/json.ts'
import { sentValueReturned } from '../../../../src/rules/update/sent-value-returned.ts'
import { foundIn, STORED } from '../../../support/plain-order.ts'

const shown = (sent: JsonObject, changes: JsonObject): string[] =>
  foundIn('patchOrder', { sent, shown: { ...STORED, ...changes } })

test(sentValueReturned.examples.passes, () => expect(shown({ count: 2 }, { count: 2 })).toEqual([]))
test(sentValueReturned.examples.fails, () => {
  expect(shown({ count: 2 }, { count: 1 })).toEqual(['error sent_value_returned /count'])
})

describe('without a second read', () => {
  test('reports a text that the response shows as null', () => {
    expect(shown({ note: 'late' }, { note: null })).toEqual(['error sent_value_returned /note'])
    expect(foundIn('addOrder', { status: 201, sent: { note: 'late' }, shown: { ...STORED, note: null } })).toEqual([
      'error sent_value_returned /note',
    ])
  })

  test('accepts a text that the server normalised', () => {
    expect(shown({ note: ' Late ' }, { note: 'late' })).toEqual([])
  })

  test('accepts any body with 202, because the update may come later', () => {
    expect(foundIn('patchOrder', { sent: { count: 2 }, status: 202, shown: STORED })).not.toContain(
      'error sent_value_returned /count',
    )
  })
})

describe('with a read before and after', () => {
  const read = (sent: JsonObject, later: JsonObject, changes: JsonObject = sent): string[] =>
    foundIn('putOrder', { sent, shown: { ...STORED, ...changes }, before: STORED, later: { ...STORED, ...later } })

  test('reports an update that the response shows and a later read does not', () => {
    expect(read({ note: 'late' }, {})).toEqual(['error sent_value_returned /note'])
    expect(read({ tags: ['c'] }, {})).toEqual(['error sent_value_returned /tags'])
  })

  test('reports a response with the value from before the update', () => {
    expect(read({ note: 'late' }, { note: 'late' }, {})).toEqual(['error sent_value_returned /note'])
  })

  test('reports an update that gets 204 and is not stored', () => {
    expect(foundIn('putOrder', { sent: { note: 'late' }, status: 204, before: STORED, later: STORED })).toEqual([
      'error sent_value_returned /note',
    ])
  })

  test('reports a date-time that is not stored', () => {
    expect(read({ due: '2026-01-08T10:00:00Z' }, {})).toEqual(['error sent_value_returned /due'])
  })

  test('accepts a stored update even if the server normalised the value', () => {
    expect(read({ note: 'late', tags: ['c', 'd'] }, { note: 'LATE', tags: ['d', 'c'] })).toEqual([])
    expect(read({ note: ' Ring twice' }, {})).toEqual([])
    expect(read({ tags: ['b', 'a'] }, {}, {})).toEqual([])
  })

  test('accepts an object that is merged into the stored object', () => {
    const before = { ...STORED, links: { home: 'a', work: 'b' } }
    const merged = (links: JsonObject, later: JsonObject): string[] =>
      foundIn('mergeOrder', {
        sent: { links },
        shown: { ...before, links: later },
        before,
        later: { ...before, links: later },
      })
    expect(merged({}, { home: 'a', work: 'b' })).toEqual([])
    expect(merged({ work: null }, { home: 'a' })).toEqual([])
    expect(merged({ home: 'c' }, { home: 'a', work: 'b' })).toEqual(['error sent_value_returned /links'])
  })

  test('accepts that the response leaves out an empty value', () => {
    const { urgent: _urgent, ...rest } = STORED
    expect(foundIn('patchOrder', { sent: { urgent: false }, shown: rest, before: rest, later: rest })).toEqual([])
  })
})
