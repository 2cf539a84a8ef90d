import { describe, expect, test } from 'vitest'
import { decide, decideAll, type Decided } from '../../../src/run/decide.ts'
import { DEFAULT_POLICY, type Policy } from '../../../src/run/policy.ts'
import type { FindingReport, RunVerdict } from '../../../src/report/report.ts'

const strict: Policy = { coverage: { mock: 100, sandbox: 100, live: 100 }, blocked: { kind: 'fail' }, overlays: [] }
const lenient: Policy = { ...strict, blocked: { kind: 'allow', because: 'the vendor gives no second key' } }

interface Counted {
  readonly reachable?: number
  readonly exercised?: number
  readonly blocked?: number
  readonly asked?: number
  readonly levels?: readonly FindingReport['level'][]
}

function run({ reachable = 10, exercised = 10, blocked = 0, asked = 100, levels = [] }: Counted = {}): Decided {
  return {
    counts: {
      cases: 9,
      requests: 9,
      controlRequests: 0,
      passed: exercised,
      failed: 0,
      blocked,
      notRun: 0,
      notApplicable: 2,
    },
    coverage: { clauses: reachable + 2, reachable, exercised, policy: asked },
    findings: levels.map((level) => ({ level })) as unknown as FindingReport[],
  }
}

describe('a run', () => {
  test.each<[string, Counted, Policy, RunVerdict, RegExp[]]>([
    ['that exercised everything passes', {}, strict, 'passed', []],
    ['with only drift and wrong assumptions passes', { levels: ['drift', 'assumption'] }, strict, 'passed', []],
    ['with an error fails', { levels: ['drift', 'error'] }, strict, 'failed', []],
    ['with an error and a blocked clause fails', { levels: ['error'], blocked: 1 }, strict, 'failed', []],
    ['with one blocked clause is blocked', { blocked: 1 }, strict, 'blocked', [/^1 clause could not be judged$/]],
    ['with several blocked clauses is blocked', { blocked: 3 }, strict, 'blocked', [/^3 clauses could not be judged$/]],
    ['with blocked clauses that the policy allows passes', { blocked: 3 }, lenient, 'passed', []],
    [
      'below the required coverage is blocked',
      { exercised: 9 },
      strict,
      'blocked',
      [/^coverage is 90 % .* requires 100 %$/],
    ],
    [
      'below the required coverage by one of 10,000 clauses is blocked',
      { reachable: 10_000, exercised: 9_999 },
      strict,
      'blocked',
      [/coverage is/],
    ],
    ['with exactly the required coverage passes', { exercised: 9, asked: 90 }, strict, 'passed', []],
    ['that exercised nothing is blocked', { exercised: 0, asked: 0 }, lenient, 'blocked', [/^no clause was exercised/]],
    [
      'without a reachable clause is blocked',
      { reachable: 0, exercised: 0 },
      strict,
      'blocked',
      [/^no clause was exercised/],
    ],
    [
      'with blocked clauses and below the required coverage is blocked for both reasons',
      { exercised: 5, blocked: 5 },
      strict,
      'blocked',
      [/^5 clauses/, /^coverage is 50 %/],
    ],
  ])('%s', (_name, counted, policy, verdict, sentences) => {
    const decided = decide(run(counted), policy)
    expect(decided.verdict).toBe(verdict)
    expect(decided.because).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)))
  })

  test.each<[string, Counted, RunVerdict]>([
    ['passes with any coverage', { exercised: 0 }, 'passed'],
    ['is blocked if a clause is blocked', { exercised: 0, blocked: 1 }, 'blocked'],
    ['fails if there is an error', { levels: ['error'] }, 'failed'],
  ])('of a single shard %s', (_name, counted, verdict) => {
    expect(decide(run(counted), strict, false).verdict).toBe(verdict)
  })

  test('without a policy is blocked if a clause is blocked or no clause was exercised', () => {
    expect(decide(run({ exercised: 1, asked: 0 }), DEFAULT_POLICY).verdict).toBe('passed')
    expect(decide(run({ exercised: 1, asked: 0, blocked: 1 }), DEFAULT_POLICY).verdict).toBe('blocked')
    expect(decide(run({ exercised: 0, asked: 0 }), DEFAULT_POLICY).verdict).toBe('blocked')
  })
})

test.each<[RunVerdict[], RunVerdict]>([
  [[], 'error'],
  [['passed', 'passed'], 'passed'],
  [['passed', 'blocked'], 'blocked'],
  [['blocked', 'error', 'passed'], 'error'],
  [['error', 'failed', 'blocked'], 'failed'],
])('several runs with the verdicts %j together have the verdict %s', (verdicts, together) => {
  expect(decideAll(verdicts.map((verdict) => ({ verdict })))).toBe(together)
})
