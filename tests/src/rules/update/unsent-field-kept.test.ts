import { expect, test } from 'vitest'
import type { JsonObject } from '../../../../src/json.ts'
import { unsentFieldKept } from '../../../../src/rules/update/unsent-field-kept.ts'
import { foundIn, STORED } from '../../../support/plain-order.ts'

const sent = { due: '2026-01-08T10:00:00Z' }
const read = (id: string, changes: JsonObject): string[] => {
  const later = { ...STORED, ...sent, ...changes }
  return foundIn(id, { sent, shown: later, before: STORED, later })
}

test(unsentFieldKept.examples.passes, () => expect(read('patchOrder', {})).toEqual([]))
test(unsentFieldKept.examples.fails, () => {
  expect(read('patchOrder', { note: null })).toEqual(['error unsent_field_kept /note'])
})

test('reports every changed field that a merge patch does not contain', () => {
  expect(read('mergeOrder', { count: 5 })).toEqual(['error unsent_field_kept /count'])
})

test('reports a field that a plain PATCH does not contain only as a warning, because it may depend on a sent field', () => {
  expect(read('patchOrder', { count: 5 })).toEqual(['warning unsent_field_kept /count'])
})

test('ignores readOnly fields, and PUT, which replaces the whole resource', () => {
  expect(read('mergeOrder', { state: 'paid' })).toEqual([])
  expect(read('putOrder', { note: null })).toEqual([])
})
