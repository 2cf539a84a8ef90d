import { describe, expect, test } from 'vitest'
import { writeThenRead } from '../../../../src/rules/update/write-then-read.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const sent = { name: 'Rex', age: 3 }
const body = { id: 'new-1', ...sent }
const found = (later: Parameters<typeof foundInStep>[1]['later'], more: object = {}) =>
  foundInStep('addPet', { status: 201, sent, body, ...(later === undefined ? {} : { later }), ...more })

describe('the rule write_then_read', () => {
  test(`accepts the example: ${writeThenRead.examples.passes}`, () => expect(found(body)).toEqual([]))
  test(`reports the example: ${writeThenRead.examples.fails}`, () =>
    expect(found({ ...body, age: 2 })).toEqual(['error write_then_read']))

  describe('a created resource', () => {
    test('is reported as drift if a read shows it without a sent property', () => {
      expect(found({ id: 'new-1', name: 'Rex' })).toEqual(['drift write_then_read'])
    })
    test('is reported as an error if a read shows null for a sent property', () => {
      expect(found({ ...body, age: null })).toContain('error write_then_read')
    })
    test('is reported as drift if it cannot be read', () => expect(found(null)).toEqual(['drift write_then_read']))
    test('is reported only as drift if the POST got 200 instead of 201, because the response may be about an older resource', () => {
      const document = { collection: { post: { operationId: 'addPet', requestBody: POST, responses: { '200': OK } } } }
      expect(found({ ...body, age: 2 }, { status: 200, document })).toEqual(['drift write_then_read'])
    })
    test.each([
      ['a normalized text', { ...body, name: ' rex' }],
      ['further properties', { ...body, createdAt: '2026-01-05T09:00:00Z' }],
    ])('may be read with %s', (_what, later) => expect(found(later)).toEqual([]))
    test('may have a value other than the sent one if the response to the POST already contained this other value', () => {
      expect(found({ ...body, name: 'Fido' }, { body: { ...body, name: 'Fido' } })).toEqual([])
    })
  })

  const PET = { type: 'object', properties: { name: { type: 'string' }, age: { type: 'integer' } } }
  const POST = { content: { 'application/json': { schema: PET } } }
  const OK = { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } }
})
