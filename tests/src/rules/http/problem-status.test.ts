import { describe, expect, test } from 'vitest'
import { problemStatus } from '../../../../src/rules/http/problem-status.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) =>
    rule === problemStatus.id ? [`${level} ${at}`.trim()] : [],
  )

const conflict = (status: unknown): Changes => ({
  status: 409,
  expect: { kind: 'status', status: '409', accept: [] },
  headers: { 'content-type': 'application/problem+json' },
  raw: JSON.stringify({ status }),
})

describe('the rule problem_status', () => {
  test(`accepts the example: ${problemStatus.examples.passes}`, () => expect(found(conflict(409))).toEqual([]))
  test(`reports the example: ${problemStatus.examples.fails}`, () =>
    expect(found(conflict(500))).toEqual(['warning /status']))
  test('reports problem details whose status is a string', () => expect(found(conflict('409'))).toHaveLength(1))
  test('accepts problem details that have no status', () => expect(found(conflict(undefined))).toEqual([]))
})
