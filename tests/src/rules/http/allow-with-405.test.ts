import { describe, expect, test } from 'vitest'
import { allowWith405 } from '../../../../src/rules/http/allow-with-405.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const judge = (changes: Changes) =>
  judged({ expect: { kind: 'unsupported-method' }, method: 'DELETE', status: 405, ...changes })
const found = (changes: Changes) =>
  judge(changes).findings.flatMap(({ rule, level, cause }) => (rule === allowWith405.id ? [`${level} ${cause}`] : []))

describe('the rule allow_with_405', () => {
  test(`accepts the example: ${allowWith405.examples.passes}`, () =>
    expect(found({ headers: { allow: 'PATCH' } })).toEqual([]))
  test(`reports the example: ${allowWith405.examples.fails}`, () =>
    expect(found({})).toEqual(['warning api missing Allow']))
  test('accepts an empty Allow, because RFC 9110 allows it', () =>
    expect(found({ headers: { allow: ' ' } })).toEqual([]))
  test('a case with a 405 without Allow passes, because the finding is only a warning', () =>
    expect(judge({ live: true }).verdict).toBe('passed'))
  test('also reports a 405 without Allow if the method is documented', () =>
    expect(found({ expect: { kind: 'accepted' }, method: 'PATCH' })).toEqual(['warning api missing Allow']))
})
