import { describe, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import { canonical } from '../../../src/report/schema/canonical.ts'
import { formats } from '../../../src/report/formats.ts'
import { ANOTHER_SHARD } from '../../../src/report/reach.ts'
import { mergeReports, type DecideRun } from '../../../src/report/merge-reports.ts'
import type { ClauseReport, ClauseState, Report } from '../../../src/report/report.ts'
import { blockedReport, passedReport, failedReport, reportOf } from '../../support/report-of.ts'
import { splitReport } from '../../support/split-report.ts'

const asTheShards: DecideRun = ({ verdict, because }) => ({ verdict, because })

describe('mergeReports', () => {
  const whole = {
    passed: passedReport(),
    failed: failedReport(),
    blocked: blockedReport(),
    large: reportOf([{ api: 'lobbie', target: 'sandbox', cases: 2000, findings: 40 }]),
  }
  for (const [name, report] of Object.entries(whole)) {
    for (const of of [1, 2, 3]) {
      test(`merging ${of} shards of a ${name} run gives the same report as the unsharded run, except for times`, () => {
        const merged = mergeReports(named(splitReport(report, of)), asTheShards)
        expect(withoutTimes(merged)).toEqual(withoutTimes(canonical(report)))
      })
    }
  }

  test('gives the same report for any order of the shards', () => {
    const shards = named(splitReport(failedReport(), 3))
    const options = { color: false, width: 80 }
    expect(formats.json(mergeReports(shards.toReversed(), asTheShards), options)).toBe(
      formats.json(mergeReports(shards, asTheShards), options),
    )
  })

  test('measures the duration from the start of the first shard to the end of the last shard', () => {
    const merged = mergeReports(named(splitReport(passedReport(), 3)), asTheShards)
    expect(merged.startedAt).toBe('2026-03-02T09:00:00.000Z')
    expect(merged.durationMs).toBe(2000 + 4210)
    expect(merged).not.toHaveProperty('shard')
  })

  test('lets the caller decide the verdict of each merged run, and gives the report the worst of these verdicts', () => {
    const merged = mergeReports(named(splitReport(passedReport(), 2)), (run, shards) =>
      run.target === 'mock' && shards.length === 2
        ? { verdict: 'blocked', because: [`${run.coverage.exercised} of ${run.coverage.reachable} are too few`] }
        : { verdict: 'passed', because: [] },
    )
    expect(merged.verdict).toBe('blocked')
    expect(merged.runs[0]?.because).toEqual(['35 of 35 are too few'])
  })

  test('joins findings that have the same cause, and keeps the rule with the higher rank', () => {
    const [one, two] = splitReport(reportOf([{ target: 'sandbox', findings: 2 }]), 2)
    const merged = mergeReports(
      named([one, two].flatMap((report) => (report === undefined ? [] : [withCause(report, 'status accepted 500')]))),
      asTheShards,
    )
    expect(merged.runs[0]?.findings.map(({ rule }) => rule)).toEqual(['negative_data_rejection'])
  })

  test('passes a security clause if one shard shows that the server refuses invalid credentials, and another shard shows that it accepts valid ones', () => {
    const halves = (withheld: string[], given: string[]): ((clause: ClauseReport) => ClauseReport) => {
      return (clause) =>
        clause.kind === 'security' ? { ...clause, state: 'not-run', by: [], halves: { withheld, given } } : clause
    }
    const [one = expect.fail(), two = expect.fail()] = splitReport(reportOf([{ target: 'sandbox', cases: 4 }]), 2)
    const [first = '', second = ''] = one.runs[0]?.cases.map(({ path }) => path) ?? []
    const merged = mergeReports(
      named([withClauses(one, halves([first], [])), withClauses(two, halves([], [second]))]),
      asTheShards,
    )
    expect(merged.runs[0]?.clauses[0]).toMatchObject({ state: 'passed', by: [first, second] })
    const unproved = mergeReports(
      named([withClauses(one, halves([first], [])), withClauses(two, halves([], []))]),
      asTheShards,
    )
    expect(unproved.runs[0]?.clauses[0]).toMatchObject({ state: 'not-run', by: [] })
  })

  const table: [ClauseState, ClauseState, ClauseState][] = [
    ['failed', 'passed', 'failed'],
    ['blocked', 'failed', 'failed'],
    ['passed', 'blocked', 'passed'],
    ['not-run', 'blocked', 'blocked'],
    ['passed', 'not-run', 'passed'],
    ['not-applicable', 'not-run', 'not-run'],
    ['not-applicable', 'passed', 'passed'],
    ['not-applicable', 'not-applicable', 'not-applicable'],
  ]
  test.each(table)(
    'a clause that is %s in one shard and %s in another is %s in the merged report',
    (one, two, joined) => {
      const states = [one, two]
      const shards = splitReport(reportOf([{ target: 'sandbox' }]), 2).map((report, index) =>
        withClauses(report, (clause) => ({ ...clause, state: states[index] ?? 'passed' })),
      )
      expect(mergeReports(named(shards), asTheShards).runs[0]?.clauses[0]?.state).toBe(joined)
    },
  )

  test('keeps a specific reason instead of the reason "another shard sends it"', () => {
    const reasons = [ANOTHER_SHARD, 'the response already failed an earlier check']
    for (const order of [reasons, reasons.toReversed()]) {
      const shards = splitReport(reportOf([{ target: 'sandbox' }]), 2).map((report, index) =>
        withClauses(report, (clause) => ({ ...clause, state: 'not-run', because: order[index] ?? '' })),
      )
      expect(mergeReports(named(shards), asTheShards).runs[0]?.clauses[0]?.because).toBe(reasons[1])
    }
  })
})

describe('mergeReports refuses', () => {
  const shards = splitReport(failedReport(), 3)
  const [one = expect.fail(), two = expect.fail(), three = expect.fail()] = shards

  const cases: [string, Report[], string][] = [
    ['an empty list of reports', [], 'no report to merge'],
    ['a report that is not a shard', [failedReport()], '0.json is not a shard of a run'],
    ['shards if one is missing', [one, three], 'the reports of the run are incomplete: shard 2 of 3 is missing'],
    ['the same shard twice', [one, two, two, three], '1.json and 2.json are both shard 2 of 3'],
    ['shards with different seeds', [one, { ...two, seed: 8 }, three], 'the seed is 7 in 0.json and 8 in 1.json'],
    [
      'shards of different versions of the tool',
      [one, { ...two, tool: { name: 'contract-gate', version: '0.2.0' } }, three],
      'the tool is contract-gate 0.1.0 in 0.json and contract-gate 0.2.0 in 1.json',
    ],
    [
      'shards with different run clocks',
      [one, { ...two, now: '2027-01-01T00:00:00Z' }, three],
      'the run clock starts at',
    ],
    [
      'shards of runs with different numbers of shards',
      [one, { ...two, shard: { index: 2, of: 4 } }, three],
      'the number of shards is 3',
    ],
    [
      'shards with different targets',
      [one, { ...two, runs: two.runs.slice(0, 2) }, three],
      'the runs are lobbie on mock, lobbie on sandbox, aniva on mock, aniva on sandbox in 0.json and lobbie on mock, lobbie on sandbox in 1.json',
    ],
    [
      'shards of different documents',
      [one, withDocument(two, '0000000000000000'), three],
      'the document of lobbie on mock is specs/lobbie/openapi.yaml 2.0.0 (sha256 9f86d081884c) in 0.json and',
    ],
    [
      'shards of different plans',
      [one, { ...two, runs: two.runs.map((run) => ({ ...run, cases: run.cases.slice(1) })) }, three],
      'the plan of lobbie on mock differs between 0.json and 1.json',
    ],
    [
      'shards that sent the same case',
      [one, { ...one, shard: { index: 2, of: 3 } }, three],
      '0.json and 1.json overlap: both sent the case lobbie on mock: updateAppointment/negative-value/body/id/type/null-0',
    ],
  ]
  test.each(cases)('to merge %s', (_name, reports, what) => {
    const error = errorOf(() => mergeReports(named(reports), asTheShards))
    expect(error.code).toBe('bad-argument')
    expect(error.message).toContain(what)
    expect(error.details.next).toBeDefined()
  })
})

function named(reports: readonly Report[]): { file: string; report: Report }[] {
  return reports.map((report, index) => ({ file: `${index}.json`, report }))
}

function withoutTimes({ startedAt: _startedAt, durationMs: _durationMs, ...report }: Report): object {
  return report
}

function withClauses(report: Report, change: (clause: ClauseReport) => ClauseReport): Report {
  return { ...report, runs: report.runs.map((run) => ({ ...run, clauses: run.clauses.map(change) })) }
}

function withCause(report: Report, cause: string): Report {
  const runs = report.runs.map((run) => ({ ...run, findings: run.findings.map((finding) => ({ ...finding, cause })) }))
  return { ...report, runs }
}

function withDocument(report: Report, sha256: string): Report {
  return { ...report, runs: report.runs.map((run) => ({ ...run, document: { ...run.document, sha256 } })) }
}

function errorOf(act: () => unknown): ContractError {
  try {
    act()
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
  return expect.fail('nothing was thrown')
}
