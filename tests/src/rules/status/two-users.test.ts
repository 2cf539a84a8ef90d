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
  test('a documented 404 may be meant only for objects that do not exist, so reading is reported as drift', () => {
    expect(foundInStep('getPet', { step, status: 200 })).toEqual(['drift two_users'])
  })
  test('a second user may read the list', () => {
    expect(foundInStep('listPets', { step: 'list-as-other', status: 200, body: {} })).not.toContain('error two_users')
  })
})
