import { describe, expect, test } from 'vitest'
import type { DocumentFinding } from '../../../src/validation/document-finding.ts'
import { printDocumentFindings } from '../../../src/validation/print-document-findings.ts'

const finding: DocumentFinding = {
  rule: 'schemas_compile',
  level: 'error',
  location: { file: 'specs/orders/openapi.yaml', pointer: '/components/schemas/Order/formt', line: 12, column: 7 },
  message: '`formt` is not a keyword of JSON Schema 2020-12 or OpenAPI 3.1',
  next: 'fix it, or rename it to x-… if it is a note for readers',
}
const warning: DocumentFinding = {
  ...finding,
  level: 'warning',
  message: 'a line\nand \u001b[31mred',
  location: { ...finding.location, pointer: '' },
}

describe('printDocumentFindings', () => {
  test('prints location, message and next step of a finding', () => {
    expect(printDocumentFindings([finding, warning], { color: false })).toMatchInlineSnapshot(`
    "specs/orders/openapi.yaml:12:7  error  \`formt\` is not a keyword of JSON Schema 2020-12 or OpenAPI 3.1
      next  fix it, or rename it to x-… if it is a note for readers
      rule  schemas_compile, at /components/schemas/Order/formt

    specs/orders/openapi.yaml:12:7  warning  a line\\u000aand \\u001b[31mred
      next  fix it, or rename it to x-… if it is a note for readers
      rule  schemas_compile
    "
  `)
  })

  test('prints nothing if there are no findings', () => {
    expect(printDocumentFindings([], { color: true })).toBe('')
  })

  test('prints colours if colour is on', () => {
    expect(printDocumentFindings([finding], { color: true })).toContain('\u001b[31merror\u001b[39m')
  })
})
