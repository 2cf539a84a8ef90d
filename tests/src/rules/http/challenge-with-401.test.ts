import { describe, expect, test } from 'vitest'
import { challengeWith401 } from '../../../../src/rules/http/challenge-with-401.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) =>
    rule === challengeWith401.id ? [`${level} ${at}`.trim()] : [],
  )

const refused = {
  status: 401,
  as: 'anonymous',
  expect: { kind: 'locked-out', role: 'anonymous', statuses: ['401'] },
} as const

describe('the rule challenge_with_401', () => {
  test(`accepts the example: ${challengeWith401.examples.passes}`, () =>
    expect(found({ ...refused, headers: { 'www-authenticate': 'Bearer' } })).toEqual([]))
  test(`reports the example: ${challengeWith401.examples.fails}`, () =>
    expect(found(refused)).toEqual(['warning WWW-Authenticate']))
})
