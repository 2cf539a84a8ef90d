import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../src/json.ts'
import { unsentFieldKept } from '../../../../src/rules/update/unsent-field-kept.ts'
import { foundIn, STORED } from '../../../support/plain-order.ts'

const due = { due: '2026-01-08T10:00:00Z' }
const read = (id: string, changes: JsonObject): string[] => {
  const later = { ...STORED, ...due, ...changes }
  return foundIn(id, { sent: due, shown: later, before: STORED, later })
}

describe('the rule unsent_field_kept', () => {
  test(`accepts the example: ${unsentFieldKept.examples.passes}`, () => expect(read('patchOrder', {})).toEqual([]))
  test(`reports the example: ${unsentFieldKept.examples.fails}`, () => {
    expect(read('patchOrder', { note: null })).toEqual(['error unsent_field_kept /note'])
  })

  test('reports every changed field that a merge patch does not contain', () => {
    expect(read('mergeOrder', { count: 5 })).toEqual(['error unsent_field_kept /count'])
  })

  test('reports only a warning for a changed field that a plain PATCH did not send, because the field may depend on a sent field', () => {
    expect(read('patchOrder', { count: 5 })).toEqual(['warning unsent_field_kept /count'])
  })

  test('ignores readOnly fields', () => expect(read('mergeOrder', { state: 'paid' })).toEqual([]))

  test('ignores PUT, which replaces the whole resource', () => {
    expect(read('putOrder', { note: null })).not.toContainEqual(expect.stringContaining('unsent_field_kept'))
  })

  describe('a merge patch with an object', () => {
    const buyer: JsonObject = {
      name: 'Ann',
      score: 3,
      address: { city: 'Bern', zip: '3000' },
      phones: [{ kind: 'home', number: '1' }],
    }
    const before: JsonObject = { ...STORED, buyer, links: { self: '/7', next: '/8' } }
    const patch = (id: string, sent: JsonObject, changes: JsonObject): string[] => {
      const later = { ...before, ...changes }
      return foundIn(id, { sent, shown: later, before, later }).filter((each) => each.includes('unsent'))
    }

    test.each<[string, JsonObject, JsonObject, string]>([
      ['lost', { buyer: { name: 'Bo' } }, { buyer: { name: 'Bo' } }, '/buyer/address'],
      [
        'lost from an inner object',
        { buyer: { address: { city: 'Basel' } } },
        { buyer: { ...buyer, address: { city: 'Basel' } } },
        '/buyer/address/zip',
      ],
      [
        'lost after an empty object',
        { buyer: { address: {} } },
        { buyer: { ...buyer, address: {} } },
        '/buyer/address/city',
      ],
      ['lost together with the object', { buyer: { address: {} } }, { buyer: {} }, '/buyer/name'],
      [
        'lost although the schema does not list it',
        { links: { self: '/9' } },
        { links: { self: '/9' } },
        '/links/next',
      ],
    ])(
      'must not change properties of the object that it does not contain: a property that is %s is reported',
      (_, part, after, at) => {
        expect(patch('mergeOrder', part, after)).toEqual([`error unsent_field_kept ${at}`])
        expect(patch('patchOrder', part, after)).toEqual([])
      },
    )

    test.each<[string, JsonObject, JsonObject]>([
      [
        'may leave properties of the object unchanged that it does not contain',
        { buyer: { address: { city: 'Basel' } } },
        { buyer: { ...buyer, address: { city: 'Basel', zip: '3000' } } },
      ],
      [
        'may remove a property with null',
        { buyer: { name: null } },
        { buyer: { address: buyer['address'] ?? null, phones: buyer['phones'] ?? null } },
      ],
      [
        'may replace an array',
        { buyer: { phones: [{ kind: 'work' }] } },
        { buyer: { ...buyer, phones: [{ kind: 'work' }] } },
      ],
      ['may remove the object with null', { buyer: null }, { buyer: null }],
      ['may change a readOnly property', { buyer: { name: 'Bo' } }, { buyer: { ...buyer, name: 'Bo', score: 4 } }],
    ])('%s', (_, part, after) => {
      expect(patch('mergeOrder', part, after)).toEqual([])
    })
  })
})
