import { describe, expect, test } from 'vitest'
import { jsonPatchApplied } from '../../../../src/rules/update/json-patch-applied.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const before = { id: 'new-1', name: 'Rex', age: 3 }
const found = (later: typeof before) =>
  foundInStep('changePet', {
    step: 'json-patch',
    status: 200,
    sent: [{ op: 'replace', path: '/name', value: 'Ada' }],
    before,
    later,
  })

describe('the rule json_patch_applied', () => {
  test(`accepts the example: ${jsonPatchApplied.examples.passes}`, () =>
    expect(found({ ...before, name: 'Ada' })).toEqual([]))
  test(`reports the example: ${jsonPatchApplied.examples.fails}`, () =>
    expect(found(before)).toEqual(['error json_patch_applied']))
  test('a JSON Patch that changes another property too is reported as drift', () => {
    expect(found({ ...before, name: 'Ada', age: 0 })).toEqual(['drift json_patch_applied'])
  })
})
