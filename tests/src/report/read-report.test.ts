import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import { canonical } from '../../../src/report/canonical.ts'
import { formats } from '../../../src/report/formats.ts'
import { readReport } from '../../../src/report/read-report.ts'
import { reportSchema } from '../../../src/report/report-schema.ts'
import { blockedReport, errorReport, greenReport, redReport, reportOf } from '../../support/report-of.ts'

const options = { color: false, width: 80 }
const whole = formats.json(redReport(), options)

describe('readReport', () => {
  test('every report comes back from its JSON as it was', () => {
    const shard = { ...redReport(), shard: { index: 2, of: 3 } }
    for (const report of [greenReport(), redReport(), blockedReport(), errorReport(), shard]) {
      expect(readReport(formats.json(report, options), 'a.json')).toEqual(canonical(report))
    }
  })

  test('a report of 10,000 cases and 500 findings is read', () => {
    const report = reportOf([{ cases: 10_000, findings: 500 }])
    expect(readReport(formats.json(report, options), 'a.json')).toEqual(canonical(report))
  })

  test('a report cut off anywhere is refused in a sentence that names the file', () => {
    for (const length of [0, 1, 100, Math.floor(whole.length / 2), whole.length - 3]) {
      const error = errorOf(whole.slice(0, length))
      expect(error.code).toBe('report-unreadable')
      expect(error.details.where).toBe('reports/a.json')
    }
    expect(errorOf(whole.slice(0, 100)).message).toMatchInlineSnapshot(`
      "The report cannot be read: it is not whole JSON; it may have been cut off while it was written
        where  reports/a.json
        next   run the gate again with this version of the tool and give the report that it writes"
    `)
  })

  test('a report of another version is refused by naming both versions', () => {
    expect(errorOf(whole.replace('"schemaVersion": 2', '"schemaVersion": 3')).message).toMatchInlineSnapshot(`
      "The report cannot be read: its schemaVersion is 3, and this tool reads 2
        where  reports/a.json
        next   read it with the tool that wrote it"
    `)
  })

  test.each(['[]', 'null', '{}', '"text"', '7'])('%s is no report', (text) => {
    expect(errorOf(text).details.what).toBe('it is JSON, but no contract report: it has no schemaVersion')
  })

  test('a report that breaks its schema is refused with the place', () => {
    const broken = whole.replace('"verdict": "broken"', '"verdict": "fine"')
    expect(errorOf(broken).details.what).toMatch(
      /^it breaks report\.schema\.json at \/runs\/\d\/.*verdict: it must be equal/,
    )
  })

  test('a member that the schema does not know is refused', () => {
    expect(errorOf(whole.replace('"seed": 7', '"seed": 7, "sead": 8')).details.what).toContain('additional properties')
  })
})

describe('json', () => {
  test('members are sorted and the text ends with a newline, so equal reports are equal bytes', () => {
    const shuffled = JSON.parse(JSON.stringify(redReport()), (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    )
    expect(formats.json(shuffled, options)).toBe(whole)
    expect(whole.endsWith('}\n')).toBe(true)
  })
})

describe('report.schema.json', () => {
  test('the published file is the schema that reports are read by', () => {
    const published = new URL('../../../src/report/report.schema.json', import.meta.url)
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(reportSchema)
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
