import { describe, expect, test } from 'vitest'
import { missingRequiredHeader } from '../../../../src/rules/status/missing-required-header.ts'
import { found } from '../../../support/orders-execution.ts'

const negative = { clause: '/parameters/X-Tenant/required', name: 'absent', keyword: 'required' }
const refused = { kind: 'refused', part: 'header' } as const

describe('the rule missing_required_header', () => {
  test(`accepts the example: ${missingRequiredHeader.examples.passes}`, () =>
    expect(found({ expect: refused, negative, status: 400 })).toEqual([]))
  test(`reports the example: ${missingRequiredHeader.examples.fails}`, () => {
    expect(found({ expect: refused, negative })).toEqual([
      'missing_required_header /parameters/X-Tenant/required:refuses',
    ])
  })
})
