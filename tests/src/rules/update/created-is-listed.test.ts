import { describe, expect, test } from 'vitest'
import { createdIsListed } from '../../../../src/rules/update/created-is-listed.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const later = { id: 'new-1', name: 'Rex' }

describe('the rule created_is_listed', () => {
  test(`accepts the example: ${createdIsListed.examples.passes}`, () => {
    expect(foundInStep('addPet', { status: 201, later, isListed: true })).toEqual([])
  })
  test(`reports the example: ${createdIsListed.examples.fails}`, () => {
    expect(foundInStep('addPet', { status: 201, later, isListed: false })).toEqual(['drift created_is_listed'])
  })
  test('reports nothing if the gate did not read all pages of the list', () => {
    expect(foundInStep('addPet', { status: 201, later })).toEqual([])
  })
})
