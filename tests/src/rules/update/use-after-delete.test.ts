import { describe, expect, test } from 'vitest'
import { useAfterDelete } from '../../../../src/rules/update/use-after-delete.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const deleted = { step: 'delete', status: 204, before: { id: 'new-1', name: 'Rex', age: 3 } } as const

describe('the rule use_after_delete', () => {
  test(`accepts the example: ${useAfterDelete.examples.passes}`, () =>
    expect(foundInStep('deletePet', deleted)).toEqual([]))
  test(`reports the example: ${useAfterDelete.examples.fails}`, () =>
    expect(foundInStep('deletePet', { ...deleted, later: { id: 'new-1', name: '', age: 3 } })).toEqual([
      'drift use_after_delete',
    ]))
  test('accepts a deleted resource that a documented property marks as deleted', () => {
    const pet = { type: 'object', properties: { name: { type: 'string' }, deletedAt: { type: 'string' } } }
    const ok = { description: 'ok', content: { 'application/json': { schema: pet } } }
    const document = { item: { get: { operationId: 'getPet', responses: { '200': ok } } } }
    const later = { id: 'new-1', name: 'Rex', deletedAt: 'now' }
    expect(foundInStep('deletePet', { ...deleted, later, document })).toEqual([])
  })
  test('accepts a read that returns a newer resource with the id of the deleted resource', () => {
    expect(foundInStep('deletePet', { ...deleted, later: { id: 'new-1', name: 'Ada', age: 5 } })).toEqual([])
  })
})
