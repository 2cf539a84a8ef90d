import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../src/json.ts'
import { sentValueReturned } from '../../../../src/rules/update/sent-value-returned.ts'
import { foundIn, STORED } from '../../../support/plain-order.ts'

const shown = (sent: JsonObject, changes: JsonObject): string[] =>
  foundIn('patchOrder', { sent, shown: { ...STORED, ...changes } })

describe('the rule sent_value_returned', () => {
  test(`accepts the example: ${sentValueReturned.examples.passes}`, () =>
    expect(shown({ count: 2 }, { count: 2 })).toEqual([]))
  test(`reports the example: ${sentValueReturned.examples.fails}`, () => {
    expect(shown({ count: 2 }, { count: 1 })).toEqual(['error sent_value_returned /count'])
  })

  describe('without a read of the object after the request', () => {
    test('reports a text that the response shows as null', () => {
      expect(shown({ note: 'late' }, { note: null })).toEqual(['error sent_value_returned /note'])
      expect(foundIn('addOrder', { status: 201, sent: { note: 'late' }, shown: { ...STORED, note: null } })).toEqual([
        'error sent_value_returned /note',
      ])
    })

    test('accepts a text that the server normalised', () => {
      expect(shown({ note: ' Late ' }, { note: 'late' })).toEqual([])
    })

    test.each<[string, JsonObject, JsonObject]>([
      ['an enum value other than the sent one', { size: 'large' }, { size: 'small' }],
      ['a date other than the sent one', { day: '2026-01-08' }, { day: '2026-01-07' }],
      [
        'a UUID other than the sent one',
        { buyer_key: '0a000000-0000-4000-8000-000000000001' },
        { buyer_key: '0a000000-0000-4000-8000-000000000002' },
      ],
      ['only the beginning of the sent text', { note: 'ring twice at the door' }, { note: 'ring twice' }],
    ])('reports %s', (_, sent, changed) => {
      expect(shown(sent, changed)).toEqual([`error sent_value_returned /${Object.keys(sent)[0]}`])
      expect(shown(sent, sent)).toEqual([])
    })

    test('accepts a state that the server changed, such as `payment_status`, a URL without its query, and `1` for `1.0`', () => {
      expect(shown({ payment_status: 'paid' }, { payment_status: 'due' })).toEqual([])
      expect(shown({ link: 'https://a.example/b?from=mail' }, { link: 'https://a.example/b' })).toEqual([])
      expect(shown({ note: '1.0' }, { note: '1' })).toEqual([])
      expect(shown({ note: 'https://a.example/b?from=mail' }, { note: 'https://a.example/b' })).toEqual([])
    })

    test('reports a difference as drift if the description of the field says that the server changes values', () => {
      expect(shown({ weight: 900 }, { weight: 500 })).toEqual(['drift sent_value_returned /weight'])
    })

    test('accepts any body with 202, because the server may update later', () => {
      expect(foundIn('patchOrder', { sent: { count: 2 }, status: 202, shown: STORED })).not.toContain(
        'error sent_value_returned /count',
      )
    })
  })

  describe('if the object was read before and after the request', () => {
    const read = (sent: JsonObject, later: JsonObject, changes: JsonObject = sent): string[] =>
      foundIn('putOrder', { sent, shown: { ...STORED, ...changes }, before: STORED, later: { ...STORED, ...later } })

    test('accepts that the server stores the documented default if null was sent', () => {
      const before = { ...STORED, colour: 'blue' }
      const found = foundIn('putOrder', { sent: { colour: null }, shown: before, before, later: before })
      expect(found).not.toContain('error sent_value_returned /colour')
    })

    test('reports no error for a property that reads never show, even if an earlier request sent it', () => {
      const { note: _note, ...summary } = STORED
      const found = foundIn('putOrder', {
        sent: { note: 'late' },
        shown: { ...STORED, note: 'late' },
        before: summary,
        later: summary,
        sentBefore: { note: 'early' },
      })
      expect(found.filter((each) => each.startsWith('error'))).toEqual([])
    })

    test('reports an update that the response shows and a later read does not', () => {
      expect(read({ note: 'late' }, {})).toEqual(['error sent_value_returned /note'])
      expect(read({ tags: ['c'] }, {})).toEqual(['error sent_value_returned /tags'])
    })

    test('reports a response with the value from before the update', () => {
      expect(read({ note: 'late' }, { note: 'late' }, {})).toContain('error sent_value_returned /note')
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

    test('accepts that the stored value stays unchanged if an earlier request sent the same value', () => {
      const stored = { sent: { note: 'Klingel 2x' }, shown: STORED, before: STORED, later: STORED }
      expect(foundIn('putOrder', { ...stored, sentBefore: { note: 'Klingel 2x' } })).toEqual([])
      expect(foundIn('putOrder', { ...stored, sentBefore: { note: 'other' } })).toEqual([
        'error sent_value_returned /note',
      ])
    })

    test('accepts that a merge patch merges a sent object into the stored object', () => {
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

    test('accepts that responses leave out an empty value such as false', () => {
      const { urgent: _urgent, ...rest } = STORED
      expect(foundIn('patchOrder', { sent: { urgent: false }, shown: rest, before: rest, later: rest })).toEqual([])
    })
  })
})
