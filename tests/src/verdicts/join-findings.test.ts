import { expect, test } from 'vitest'
import type { Finding } from '../../../src/verdicts/finding.ts'
import { fingerprint } from '../../../src/verdicts/fingerprint.ts'
import { joinFindings } from '../../../src/verdicts/join-findings.ts'

const RANKS = ['status', 'schema', 'drift']

function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'schema',
    level: 'error',
    operation: 'updateOrder',
    clause: 'updateOrder/responses/200/required/id',
    at: '/id',
    definedAt: { file: 'orders.yaml', pointer: '/x', line: 1, column: 1 },
    message: 'breaks its required',
    expected: 'a member id',
    received: 'nothing',
    source: 'seed',
    root: 'one',
    ...changes,
  }
}

/** Rule, count and clauses of each joined finding. */
const told = (findings: readonly Finding[]): string[] =>
  joinFindings(findings, RANKS).map(
    ({ first, count, clauses }) => `${first.rule} ${first.case ?? ''} × ${count}: ${clauses.join(', ')}`,
  )

test('findings of one root are one, with a count and every clause once', () => {
  const findings = [
    finding({ case: 'a', clause: 'x' }),
    finding({ case: 'b', clause: 'y' }),
    finding({ case: 'c', clause: 'x' }),
  ]
  expect(told(findings)).toEqual(['schema a × 3: x, y'])
})
test('of one root the highest rule is told, and of these the first', () => {
  const findings = [
    finding({ case: 'a' }),
    finding({ rule: 'status', case: 'b', clause: 'y' }),
    finding({ rule: 'status', case: 'c' }),
  ]
  expect(told(findings)[0]).toMatch(/^status b × 3: y, /)
})
test('findings of two roots are two, in the order in which they were met', () => {
  expect(told([finding({ root: 'two', clause: 'y' }), finding({ clause: 'x' })])).toEqual([
    'schema  × 1: y',
    'schema  × 1: x',
  ])
})
test('drift never joins an error, and comes after it', () => {
  const findings = [
    finding({ level: 'drift', rule: 'drift', clause: 'd' }),
    finding({ level: 'assumption', clause: 'a' }),
    finding({ clause: 'e' }),
  ]
  expect(told(findings)).toEqual(['schema  × 1: e', 'schema  × 1: a', 'drift  × 1: d'])
})
test('nothing joins to nothing', () => expect(joinFindings([], RANKS)).toEqual([]))

test('a fingerprint is of rule, operation and clause, whatever the words', () => {
  const print = fingerprint(finding())
  expect(print).toMatch(/^[0-9a-f]{12}$/)
  expect(fingerprint(finding({ message: 'other words', received: '7', case: 'z', root: 'q' }))).toBe(print)
  const others = [finding({ rule: 'status' }), finding({ operation: 'getOrder' }), finding({ clause: 'y' })].map(
    fingerprint,
  )
  expect(new Set([print, ...others]).size).toBe(4)
})
