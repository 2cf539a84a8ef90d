import { describe, expect, test } from 'vitest'
import { deleteTwice } from '../../../../src/rules/update/delete-twice.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const step = 'delete-again'

describe('the rule delete_twice', () => {
  test(`accepts the example: ${deleteTwice.examples.passes}`, () =>
    expect(foundInStep('deletePet', { step, status: 404 })).toEqual([]))
  test(`reports the example: ${deleteTwice.examples.fails}`, () =>
    expect(foundInStep('deletePet', { step, status: 204 })).toEqual(['drift delete_twice']))
  test('accepts a second 204 if the document has neither 404 nor 410, because DELETE is idempotent', () => {
    const document = { item: { delete: { operationId: 'deletePet', responses: { '204': { description: 'gone' } } } } }
    expect(foundInStep('deletePet', { step, status: 204, document })).toEqual([])
  })
})
