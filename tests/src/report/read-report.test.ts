import { describe, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import { canonical } from '../../../src/report/schema/canonical.ts'
import { formats } from '../../../src/report/formats.ts'
import { readReport } from '../../../src/report/schema/read-report.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../support/report-of.ts'

const options = { color: false, width: 80 }
const whole = formats.json(failedReport(), options)

describe('readReport', () => {
  test('reads every report that the JSON format wrote', () => {
    const shard = { ...failedReport(), shard: { index: 2, of: 3 } }
    for (const report of [passedReport(), failedReport(), blockedReport(), errorReport(), shard]) {
      expect(readReport(formats.json(report, options), 'a.json')).toEqual(canonical(report))
    }
  })

  test('reads a report of 10,000 cases and 500 findings', () => {
    const report = reportOf([{ cases: 10_000, findings: 500 }])
    expect(readReport(formats.json(report, options), 'a.json')).toEqual(canonical(report))
  })

  test('refuses an incomplete report and names the file', () => {
    for (const length of [0, 1, 100, Math.floor(whole.length / 2), whole.length - 3]) {
      const error = errorOf(whole.slice(0, length))
      expect(error.code).toBe('report-unreadable')
      expect(error.details.where).toBe('reports/a.json')
    }
    expect(errorOf(whole.slice(0, 100)).message).toMatchInlineSnapshot(`
      "The report cannot be read: the file is not complete JSON; it may be cut off
        where  reports/a.json
        next   run the gate again with this version and pass the report that it writes"
    `)
  })

  test('refuses a report of another version', () => {
    expect(errorOf(whole.replace('"schemaVersion": 2', '"schemaVersion": 3')).message).toMatchInlineSnapshot(`
      "The report cannot be read: the report has schemaVersion 3, but this tool reads 2
        where  reports/a.json
        next   use the version of contract-gate that wrote it"
    `)
  })

  test('refuses a report of version 1 and lists what version 2 renamed', () => {
    const { what, next } = errorOf(whole.replace('"schemaVersion": 2', '"schemaVersion": 1')).details
    expect(what).toContain('the report has schemaVersion 1, but this tool reads 2: version 2 renamed the verdicts')
    expect(next).toContain('run the gate again with this version')
  })

  test.each(['[]', 'null', '{}', '"text"', '7'])('refuses the text %s', (text) => {
    expect(errorOf(text).details.what).toBe('the file is JSON, but not a contract report: it has no schemaVersion')
  })

  test('refuses a report that does not match its schema, and names the property', () => {
    const broken = whole.replace('"verdict": "failed"', '"verdict": "fine"')
    expect(errorOf(broken).details.what).toMatch(
      /^the report does not match report\.schema\.json: \/runs\/\d\/.*verdict must be equal/,
    )
  })

  test('refuses an unknown property', () => {
    expect(errorOf(whole.replace('"seed": 7', '"seed": 7, "sead": 8')).details.what).toContain('additional properties')
  })
})

describe('the format json', () => {
  test('sorts properties and ends with a newline, so equal reports have equal bytes', () => {
    const shuffled = JSON.parse(JSON.stringify(failedReport()), (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    )
    expect(formats.json(shuffled, options)).toBe(whole)
    expect(whole.endsWith('}\n')).toBe(true)
  })
})

function errorOf(text: string): ContractError {
  try {
    readReport(text, 'reports/a.json')
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
  return expect.fail('it was read')
}
