import { describe, expect, test } from 'vitest'
import { updateThenRead } from '../../../../src/rules/update/update-then-read.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const before = { id: 'new-1', name: 'Ada', age: 3 }
const found = (id: string, sent: object, later: object) =>
  foundInStep(id, {
    status: 200,
    sent: { ...sent },
    before,
    later: { id: 'new-1', ...later },
    body: { id: 'new-1', name: 'Ada', ...sent },
  })

describe('the rule update_then_read', () => {
  test(`accepts the example: ${updateThenRead.examples.passes}`, () => {
    expect(found('replacePet', { name: 'Rex' }, { name: 'Rex' })).toEqual([])
  })
  test(`reports the example: ${updateThenRead.examples.fails}`, () => {
    expect(found('replacePet', { name: 'Rex' }, { name: 'Rex', age: 3 })).toEqual(['drift update_then_read'])
  })
  test('reports an error if the response confirms a value that a later read does not have', () => {
    expect(found('changePet', { age: 5 }, { name: 'Ada', age: 6 })).toEqual(['error update_then_read'])
  })
  test('accepts that a PATCH keeps properties that it does not send', () => {
    expect(found('changePet', { name: 'Rex' }, { name: 'Rex', age: 3 })).toEqual([])
  })
  test('does not report an update that is not stored at all, because another rule reports it', () => {
    expect(found('replacePet', { name: 'Rex' }, before)).toEqual(['error sent_value_returned'])
  })
  test('accepts that a PUT resets an unsent property to its default', () => {
    expect(found('replacePet', { name: 'Rex' }, { name: 'Rex', age: 0 })).toEqual([])
  })
  test('accepts that a PATCH with null removes a property', () => {
    expect(found('changePet', { age: null }, { name: 'Ada' })).not.toContainEqual(
      expect.stringContaining('update_then_read'),
    )
  })

  const lost = (was: object, sent: object) =>
    foundInStep('changePet', {
      status: 200,
      before: { ...was },
      later: null,
      sent: { ...sent },
      body: { ...was, ...sent },
    })
  test('reports an error if the resource cannot be read at its path after an update', () => {
    expect(lost(before, { age: 5 })).toEqual(['error update_then_read'])
  })
  test('reports only drift if the update may hide the resource', () => {
    expect(lost(before, { age: 5, archived: true })).toContain('drift update_then_read')
  })
  test('accepts that the resource moves if the update changes the name in its path', () => {
    expect(lost({ id: 7, name: 'New 1' }, { name: 'Rex' })).not.toContainEqual(
      expect.stringContaining('update_then_read'),
    )
  })
})
