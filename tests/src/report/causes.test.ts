import { describe, expect, test } from 'vitest'
import { listCauses, titleOf } from '../../../src/report/causes.ts'
import type { FindingReport, Report } from '../../../src/report/report.ts'
import { reportOf } from '../../support/report-of.ts'

const [RUN = expect.fail()] = reportOf([{ findings: 1 }]).runs
const [FINDING = expect.fail()] = RUN.findings

/** Returns a report with copies of one finding. Each item of `changes` replaces properties of one copy. */
function reportWith(...changes: readonly Partial<FindingReport>[]): Pick<Report, 'runs'> {
  const findings = changes.map((change, index) => ({ ...FINDING, fingerprint: `f${index}`, ...change }))
  return { runs: [{ ...RUN, findings }] }
}

function answered(status: number, operation: string, message: string): Partial<FindingReport> {
  const answer = { status, headers: [], body: '' }
  return { operation, message, received: String(status), exchange: { ...FINDING.exchange, answer }, clauses: [] }
}

describe('listCauses', () => {
  test('joins findings that have the same rule and status in several operations, and adds up their counts', () => {
    const [cause, ...others] = listCauses(
      reportWith(
        { ...answered(418, 'getPet', 'accepts a body that violates type: null'), count: 3 },
        { ...answered(418, 'addPet', 'accepts a body that violates required: name'), count: 4 },
      ),
    )
    expect(others).toEqual([])
    expect(cause?.operations.toSorted()).toEqual(['addPet', 'getPet'])
    expect(cause?.count).toBe(7)
  })

  test('does not join findings that differ in status, rule or level', () => {
    const same = answered(418, 'getPet', 'answers 418')
    const causes = listCauses(
      reportWith(same, answered(404, 'getPet', 'answers 404'), { ...same, rule: 'x' }, { ...same, level: 'drift' }),
    )
    expect(causes).toHaveLength(4)
  })

  test('joins findings about one field in different objects of a response, but not findings about different fields', () => {
    const causes = listCauses(
      reportWith({ message: '/id is missing' }, { message: '/items/0/id is missing' }, { message: '/name is missing' }),
    )
    expect(causes.map(({ findings }) => findings.length).toSorted()).toEqual([1, 2])
  })

  test('puts data loss, access errors and server errors first, then wrong values, then lenient validation', () => {
    const causes = listCauses(
      reportWith(
        { rule: 'negative_data_rejection', count: 90 },
        { rule: 'response_schema_conformance', count: 50 },
        { ...answered(503, 'getPet', 'answers 503'), rule: 'status_code_conformance', count: 1 },
        { rule: 'ignored_auth', count: 2 },
        { rule: 'ignored_auth', level: 'drift', count: 99 },
      ),
    )
    const level = causes.map(({ findings: [{ finding }] }) => `${finding.level} ${finding.rule}`)
    expect(level).toEqual([
      'error ignored_auth',
      'error status_code_conformance',
      'error response_schema_conformance',
      'error negative_data_rejection',
      'drift ignored_auth',
    ])
  })
})

describe('titleOf', () => {
  test('names the operation and the status of a single finding', () => {
    const [cause = expect.fail()] = listCauses(reportWith(answered(418, 'getPet', 'answers 418')))
    expect(titleOf(cause)).toBe('answers 418 (getPet → 418)')
  })

  test('gives the number of findings and operations of a cause with several findings', () => {
    const report = reportWith(answered(418, 'getPet', 'answers 418'), answered(418, 'addPet', 'answers 418'))
    const [cause = expect.fail()] = listCauses(report)
    expect(titleOf(cause)).toBe('answers 418 (2 findings in 2 operations)')
  })
})
