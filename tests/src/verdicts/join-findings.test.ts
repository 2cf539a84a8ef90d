import { describe, expect, test } from 'vitest'
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
    cause: 'one',
    ...changes,
  }
}

/** Joins the findings. Returns rule, case, count and clauses of each joined finding. */
const shown = (findings: readonly Finding[]): string[] =>
  joinFindings(findings, RANKS).map(
    ({ first, count, clauses }) => `${first.rule} ${first.case ?? ''} × ${count}: ${clauses.join(', ')}`,
  )

describe('joinFindings', () => {
  test('joins findings that have the same cause, adds up their counts, and lists each clause once', () => {
    const findings = [
      finding({ case: 'a', clause: 'x' }),
      finding({ case: 'b', clause: 'y' }),
      finding({ case: 'c', clause: 'x' }),
    ]
    expect(shown(findings)).toEqual(['schema a × 3: x, y'])
  })
  test('keeps one of the findings with the same cause: the first one of the highest-ranked rule', () => {
    const findings = [
      finding({ case: 'a' }),
      finding({ rule: 'status', case: 'b', clause: 'y' }),
      finding({ rule: 'status', case: 'c' }),
    ]
    expect(shown(findings)[0]).toMatch(/^status b × 3: y, /)
  })
  test('does not join findings with different causes, and keeps their order', () => {
    expect(shown([finding({ cause: 'two', clause: 'y' }), finding({ clause: 'x' })])).toEqual([
      'schema  × 1: y',
      'schema  × 1: x',
    ])
  })
  test('does not join drift with errors, and lists drift last', () => {
    const findings = [
      finding({ level: 'drift', rule: 'drift', clause: 'd' }),
      finding({ level: 'assumption', clause: 'a' }),
      finding({ clause: 'e' }),
    ]
    expect(shown(findings)).toEqual(['schema  × 1: e', 'schema  × 1: a', 'drift  × 1: d'])
  })
  test('returns an empty list for an empty list', () => expect(joinFindings([], RANKS)).toEqual([]))

  test('computes a fingerprint from rule, operation, clause and cause, and not from the message', () => {
    const print = fingerprint(finding())
    expect(print).toMatch(/^[0-9a-f]{12}$/)
    expect(fingerprint(finding({ message: 'other words', received: '7', case: 'z' }))).toBe(print)
    const others = [
      finding({ rule: 'status' }),
      finding({ operation: 'getOrder' }),
      finding({ clause: 'y' }),
      finding({ cause: 'q' }),
    ].map(fingerprint)
    expect(new Set([print, ...others]).size).toBe(5)
  })
})
