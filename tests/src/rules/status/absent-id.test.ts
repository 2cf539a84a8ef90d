import { describe, expect, test } from 'vitest'
import { absentId } from '../../../../src/rules/status/absent-id.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const maker = 'unknown'
const ok = { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } }

describe('the rule absent_id', () => {
  test(`accepts the example: ${absentId.examples.passes}`, () =>
    expect(foundInStep('getPet', { maker, status: 404 })).toEqual([]))
  test(`reports the example: ${absentId.examples.fails}`, () => {
    expect(foundInStep('getPet', { maker, status: 200 })).toEqual(['drift absent_id'])
  })
  test('a documented 403 for an id that does not exist passes', () => {
    const responses = { '200': ok, '403': ok, '404': ok }
    const document = { item: { get: { operationId: 'getPet', responses } } }
    expect(foundInStep('getPet', { maker, status: 403, document })).toEqual([])
  })
  test('a document without 404 and 410 promises nothing about ids that do not exist', () => {
    const document = { item: { get: { operationId: 'getPet', responses: { '200': ok } } } }
    expect(foundInStep('getPet', { maker, status: 200, document })).toEqual([])
  })
})
