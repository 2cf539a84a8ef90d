import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { formats } from '../../../../src/report/formats.ts'
import type { Report } from '../../../../src/report/report.ts'
import { blockedReport, errorReport, passedReport, failedReport, reportOf } from '../../../support/report-of.ts'

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
const options = { color: false, width: 80 }

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object }[] } }
    readonly automationDetails: { readonly id: string }
    readonly invocations: readonly { readonly executionSuccessful: boolean }[]
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly partialFingerprints: Readonly<Record<string, string>>
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object }
      }[]
    }[]
  }[]
}

const logOf = (report: Report): Log => JSON.parse(formats.sarif(report, options))

describe('the format sarif', () => {
  test('prints a failed report', async () => {
    await expect(formats.sarif(failedReport(), options)).toMatchFileSnapshot(
      '../../../fixtures/report/sarif/failed.sarif',
    )
  })

  const file = findSchema()
  const title = 'every report matches the official schema of SARIF 2.1.0'
  test.skipIf(file === undefined)(
    file === undefined ? `${title} (skipped: @microsoft/jest-sarif is absent)` : title,
    () => {
      // The official schema of SARIF is written for draft 04. Ajv supports draft 07 instead, in which the schema has
      // the same meaning without its `$schema` and `id`. One pattern of the schema is invalid with the flag `u`, so
      // `unicodeRegExp` is false.
      const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file ?? '', 'utf8'))
      const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
      const many = reportOf([{ cases: 500, findings: 500 }])
      for (const report of [passedReport(), failedReport(), blockedReport(), errorReport(), many]) {
        validate(logOf(report))
        expect(validate.errors).toBeNull()
      }
    },
  )

  test('a result has a file path relative to the repository, and a line number', () => {
    const [result] = logOf(failedReport()).runs[1]?.results ?? []
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'specs/lobbie/openapi.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 88, startColumn: 15 },
    })
  })

  test('the fingerprint of a finding does not depend on its message or its line', () => {
    const [run = expect.fail()] = reportOf([{ findings: 3 }]).runs
    const moved = run.findings.map((finding) => ({
      ...finding,
      message: 'said otherwise',
      definedAt: { ...finding.definedAt, line: 7 },
    }))
    const fingerprints = (report: Report): string[] =>
      logOf(report).runs.flatMap(({ results }) =>
        results.map((result) => result.partialFingerprints['contractGate/v1'] ?? ''),
      )
    expect(fingerprints({ ...failedReport(), runs: [{ ...run, findings: moved }] }).toSorted()).toEqual(
      run.findings.map(({ fingerprint }) => fingerprint).toSorted(),
    )
  })

  test('every result refers to its rule, and every rule has help', () => {
    for (const run of logOf(reportOf([{ findings: 20 }])).runs) {
      const { rules } = run.tool.driver
      expect(run.results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(run.results.map(({ ruleId }) => ruleId))
      for (const rule of rules) expect(rule.help).toHaveProperty('markdown')
    }
  })

  test('each run has its own category, as GitHub code scanning requires', () => {
    expect(logOf(failedReport()).runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
      'contract-gate/lobbie/mock/',
      'contract-gate/lobbie/sandbox/',
      'contract-gate/aniva/mock/',
      'contract-gate/aniva/sandbox/',
    ])
  })

  test('an inconclusive run is not marked as successful', () => {
    const isSuccessful = (report: Report): boolean | undefined =>
      logOf(report).runs[0]?.invocations[0]?.executionSuccessful
    expect(isSuccessful(passedReport())).toBe(true)
    expect(isSuccessful(failedReport())).toBe(true)
    expect(isSuccessful(reportOf([{ verdict: 'blocked' }]))).toBe(false)
    expect(isSuccessful(errorReport())).toBe(false)
  })

  test('a file name with spaces and non-ASCII letters is encoded as a URI', () => {
    const [run = expect.fail()] = reportOf([{ findings: 1 }]).runs
    const findings = run.findings.map((finding) => ({
      ...finding,
      definedAt: { ...finding.definedAt, file: 'my specs/grün#1.yaml' },
    }))
    const [result] = logOf({ ...failedReport(), runs: [{ ...run, findings }] }).runs[0]?.results ?? []
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('my%20specs/gr%C3%BCn%231.yaml')
  })
})

function findSchema(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(SCHEMA)
  } catch {
    return undefined
  }
}
