import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

const negative = { clause: '/parameters/X-Tenant/required', name: 'absent', keyword: 'required' }
const refused = { kind: 'refused', part: 'header' } as const

test('a request without a required header is refused', () =>
  expect(found({ expect: refused, negative, status: 400 })).toEqual([]))
test('one that is accepted is broken, and no other rule says it again', () => {
  expect(found({ expect: refused, negative })).toEqual([
    'missing_required_header /parameters/X-Tenant/required:refuses',
  ])
})
