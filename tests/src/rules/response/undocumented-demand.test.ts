import { describe, expect, test } from 'vitest'
import { undocumentedDemand } from '../../../../src/rules/response/undocumented-demand.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const demands = [{ path: ['kind'], value: 'cat', isDocumented: false }]

describe('the rule undocumented_demand', () => {
  test(`accepts the example: ${undocumentedDemand.examples.passes}`, () =>
    expect(foundInStep('addPet', { status: 201 })).toEqual([]))
  test(`reports the example: ${undocumentedDemand.examples.fails}`, () => {
    expect(foundInStep('addPet', { status: 201, demands })).toEqual(['drift undocumented_demand'])
  })
  test('reports an error if the server requires a property that the document calls optional', () => {
    const optional = [{ path: ['age'], value: 1, isDocumented: true }]
    expect(foundInStep('addPet', { status: 201, demands: optional })).toEqual(['error undocumented_demand'])
  })
})
