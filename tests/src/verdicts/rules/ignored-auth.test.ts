import { expect, test } from 'vitest'
import { found, judged } from '../../../support/orders-trial.ts'

const out = { kind: 'locked-out', role: 'expired', statuses: ['401'] } as const

test('credentials that are no good are refused', () =>
  expect(found({ expect: out, as: 'expired', status: 401 })).toEqual([]))
test('credentials that are no good and let in are broken', () => {
  expect(found({ expect: out, as: 'expired' })).toEqual(['ignored_auth /security/key'])
})
test('a recipe whose role gets in is told by this rule alone', () => {
  expect(found({ expect: { kind: 'status', status: '401', accept: [] }, as: 'unknown' })).toEqual([
    'ignored_auth /security/key',
  ])
})
test('good credentials that are refused leave a near miss unjudged', () => {
  const nearMiss = { clause: '/requestBody/required', name: 'empty', keyword: 'required' }
  expect(judged({ expect: { kind: 'refused', part: 'body' }, nearMiss, status: 401 }).verdict).toBe('blocked')
})
