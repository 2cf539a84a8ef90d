import { describe, expect, test } from 'vitest'
import { undocumentedField } from '../../../../src/rules/response/undocumented-field.ts'
import { found, judged, ORDER } from '../../../support/orders-execution.ts'

describe('the rule undocumented_field', () => {
  test(`accepts the example: ${undocumentedField.examples.passes}`, () => expect(found()).toEqual([]))
  test(`reports the example: ${undocumentedField.examples.fails}`, () => {
    const body = { ...ORDER, loyalty: 3 }
    const { verdict, findings } = judged({ body, later: ORDER })
    expect(findings.map(({ rule, level, at }) => [rule, level, at])).toEqual([
      ['undocumented_field', 'drift', '/loyalty'],
    ])
    expect(verdict).toBe('passed')
  })
  test('redacts the name of the undocumented field in the cause of the finding', () => {
    const { findings } = judged({ body: { ...ORDER, 'Smith-Mary': 3 }, later: ORDER })
    expect(findings.map(({ cause }) => cause)).toEqual([expect.stringMatching(/^api field .*<name 10>$/)])
  })
})
