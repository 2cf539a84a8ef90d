import { describe, expect, test } from 'vitest'
import { phantomUpdate } from '../../../../src/rules/update/phantom-update.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const step = 'update-deleted'

describe('the rule phantom_update', () => {
  test(`accepts the example: ${phantomUpdate.examples.passes}`, () =>
    expect(foundInStep('replacePet', { step, status: 404 })).toEqual([]))
  test(`reports the example: ${phantomUpdate.examples.fails}`, () =>
    expect(foundInStep('replacePet', { step, status: 200, readStatus: 404 })).toEqual(['error phantom_update']))
  test('if 201 is not documented, reports an update that creates the resource only as drift', () => {
    expect(foundInStep('replacePet', { step, status: 200, readStatus: 200 })).toEqual(['drift phantom_update'])
  })
  test('accepts that an update creates the resource if 201 is documented', () => {
    const made = { description: 'made', content: { 'application/json': { schema: { type: 'object' } } } }
    const document = { item: { put: { operationId: 'replacePet', responses: { '200': made, '201': made } } } }
    expect(foundInStep('replacePet', { step, status: 201, readStatus: 200, document })).toEqual([])
  })
  test('reports nothing if it is unknown whether the resource exists, because it was not read', () => {
    expect(foundInStep('replacePet', { step, status: 200, readStatus: 403 })).toEqual([])
    expect(foundInStep('replacePet', { step, status: 200 })).toEqual([])
  })
  test('reports only drift if the response contains none of the sent values, because it may say that nothing was updated', () => {
    const body = { id: 'none', name: 'no such pet', error: 'not found' }
    expect(foundInStep('replacePet', { step, status: 200, readStatus: 404, body })).toEqual(['drift phantom_update'])
  })
})
