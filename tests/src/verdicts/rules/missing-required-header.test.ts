import { expect, test } from 'vitest'
import { found } from '../../../support/orders-trial.ts'

const nearMiss = { clause: '/parameters/X-Tenant/required', name: 'absent', keyword: 'required' }
const refused = { kind: 'refused', part: 'header' } as const

test('a request without a required header is refused', () =>
  expect(found({ expect: refused, nearMiss, status: 400 })).toEqual([]))
test('one that is accepted is broken, and no other rule says it again', () => {
  expect(found({ expect: refused, nearMiss })).toEqual([
    'missing_required_header /parameters/X-Tenant/required:refuses',
  ])
})
