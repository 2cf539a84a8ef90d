import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DocumentFinding } from '../../../src/validation/document-finding.ts'
import {
  printValidationGithub,
  printValidationJson,
  printValidationSarif,
} from '../../../src/validation/machine-formats.ts'
import { printDocumentFindings } from '../../../src/validation/print-document-findings.ts'

const at = (line: number): DocumentFinding['location'] => ({ file: 'a b.yaml', pointer: `/x/${line}`, line, column: 5 })
const missing = (line: number): DocumentFinding => ({
  rule: 'examples_match_schemas',
  level: 'error',
  location: at(line),
  message: `the example \`${line}\` violates \`required\``,
  several: 'examples lack `id`',
  next: 'fix the value',
})
const unused: DocumentFinding = {
  rule: 'lint',
  level: 'warning',
  location: at(2),
  message: 'unused',
  next: 'remove it',
}
const invalid: DocumentFinding = {
  rule: 'schemas_compile',
  level: 'error',
  location: at(9),
  message: 'bad',
  next: 'fix',
}
const findings = [unused, missing(4), missing(7), invalid]
const documents = [{ file: 'a b.yaml', findings, testability: ['0 of 1 status has a scenario'] }]

test('validate prints equal findings once with all lines; an error that causes others comes first, and warnings come last', () => {
  const heads = printDocumentFindings(findings, { color: false }).split('\n\n')
  expect(heads.map((each) => each.split('\n').slice(0, 2).join(' | '))).toEqual([
    'a b.yaml:9:5  error  bad |   next  fix',
    'a b.yaml:4:5  error  2 examples lack `id` |   lines 4, 7',
    'a b.yaml:2:5  warning  unused |   next  remove it',
  ])
})

test('the VS Code problem matcher in docs/validate.md matches the first line of each printed finding', () => {
  const [, written = ''] = /"regexp": (".*")/.exec(readFileSync('docs/validate.md', 'utf8')) ?? []
  const pattern = new RegExp(JSON.parse(written) as string)
  const matched = printDocumentFindings(findings, { color: false })
    .split('\n')
    .flatMap((line) => pattern.exec(line)?.slice(1) ?? [])
  expect(matched.slice(0, 5)).toEqual(['a b.yaml', '9', '5', 'error', 'bad'])
  expect(matched).toHaveLength(15)
})

test('validate prints every finding as JSON, with the numbers of errors and warnings, and says what can be tested', () => {
  expect(JSON.parse(printValidationJson(documents))).toMatchObject({
    schemaVersion: 1,
    documents: [{ file: 'a b.yaml', errors: 3, warnings: 1, testability: ['0 of 1 status has a scenario'] }],
  })
})

test('validate prints every finding as a SARIF result with its rule and place', () => {
  const { runs } = JSON.parse(printValidationSarif(documents, '1.0.0')) as { runs: { results: object[] }[] }
  expect(runs[0]?.results).toHaveLength(4)
  expect(runs[0]?.results[3]).toMatchObject({
    ruleId: 'schemas_compile',
    level: 'error',
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'a%20b.yaml' }, region: { startLine: 9, startColumn: 5 } } },
    ],
  })
})

test('validate prints every finding as an annotation of GitHub Actions', () => {
  expect(printValidationGithub(documents).split('\n')[3]).toBe(
    '::error file=a b.yaml,line=9,col=5,title=schemas_compile::bad%0Anext: fix',
  )
})
