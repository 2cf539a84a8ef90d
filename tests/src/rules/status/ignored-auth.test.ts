import { describe, expect, test } from 'vitest'
import { ignoredAuth } from '../../../../src/rules/status/ignored-auth.ts'
import { found, judged } from '../../../support/orders-execution.ts'

const out = { kind: 'locked-out', role: 'expired', statuses: ['401'] } as const

describe('the rule ignored_auth', () => {
  test(`accepts the example: ${ignoredAuth.examples.passes}`, () =>
    expect(found({ expect: out, as: 'expired', status: 401, headers: { 'www-authenticate': 'Bearer' } })).toEqual([]))
  test(`reports the example: ${ignoredAuth.examples.fails}`, () => {
    expect(found({ expect: out, as: 'expired' })).toEqual(['ignored_auth /security/key'])
  })
  test('if the server accepts the request of an unauthorized role in a scenario, only this rule reports it', () => {
    expect(found({ expect: { kind: 'status', status: '401', accept: [] }, as: 'unknown' })).toEqual([
      'ignored_auth /security/key',
    ])
  })
  test('a negative case is blocked if the server refuses its valid credentials', () => {
    const negative = { clause: '/requestBody/required', name: 'empty', keyword: 'required' }
    expect(judged({ expect: { kind: 'refused', part: 'body' }, negative, status: 401 }).verdict).toBe('blocked')
  })
  test('reports a 400 to invalid credentials with the same cause as a 200, because neither status refuses the credentials', () => {
    const causeOf = (status: number, as: 'expired' | 'partner' = 'expired') =>
      judged({ expect: { kind: 'status', status: '403', accept: [] }, as, status }).findings[0]?.cause
    expect(causeOf(400)).toBe(causeOf(200))
    expect(causeOf(200, 'partner')).toBe(causeOf(200))
    expect(causeOf(404)).not.toBe(causeOf(200))
    expect(causeOf(400, 'partner')).not.toBe(causeOf(200))
  })
})
