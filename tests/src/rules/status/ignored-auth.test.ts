import { expect, test } from 'vitest'
import { found, judged } from '../../../support/orders-execution.ts'

const out = { kind: 'locked-out', role: 'expired', statuses: ['401'] } as const

test('credentials that are no good are refused', () =>
  expect(found({ expect: out, as: 'expired', status: 401 })).toEqual([]))
test('credentials that are no good and let in are broken', () => {
  expect(found({ expect: out, as: 'expired' })).toEqual(['ignored_auth /security/key'])
})
test('a scenario whose role gets in is told by this rule alone', () => {
  expect(found({ expect: { kind: 'status', status: '401', accept: [] }, as: 'unknown' })).toEqual([
    'ignored_auth /security/key',
  ])
})
test('good credentials that are refused leave a negative case unjudged', () => {
  const negative = { clause: '/requestBody/required', name: 'empty', keyword: 'required' }
  expect(judged({ expect: { kind: 'refused', part: 'body' }, negative, status: 401 }).verdict).toBe('blocked')
})
test('who is told what is wrong with the request got as far as who is let in', () => {
  const rootOf = (status: number, as: 'expired' | 'partner' = 'expired') =>
    judged({ expect: { kind: 'status', status: '403', accept: [] }, as, status }).findings[0]?.root
  expect(rootOf(400)).toBe(rootOf(200))
  expect(rootOf(200, 'partner')).toBe(rootOf(200))
  expect(rootOf(404)).not.toBe(rootOf(200))
  expect(rootOf(400, 'partner')).not.toBe(rootOf(200))
})
