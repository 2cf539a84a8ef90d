import { describe, expect, test } from 'vitest'
import { twoUsers } from '../../../../src/rules/status/two-users.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const json = { content: { 'application/json': { schema: { type: 'object' } } } }
const responses = { '200': { description: 'ok', ...json }, '403': { description: 'not yours', ...json } }
const document = { item: { get: { operationId: 'getPet', responses } } }
const step = 'read-as-other'

describe('the rule two_users', () => {
  test(`accepts the example: ${twoUsers.examples.passes}`, () =>
    expect(foundInStep('getPet', { step, status: 403, document })).toEqual([]))
  test(`reports the example: ${twoUsers.examples.fails}`, () => {
    expect(foundInStep('getPet', { step, status: 200, document })).toEqual(['error two_users'])
  })
  test('reports a read by the second user only as drift if 404 is documented but 403 is not', () => {
    expect(foundInStep('getPet', { step, status: 200 })).toEqual(['drift two_users'])
  })
  test('accepts that a second user reads the list', () => {
    expect(foundInStep('listPets', { step: 'list-as-other', status: 200, body: {} })).not.toContain('error two_users')
  })
})
