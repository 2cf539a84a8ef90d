import { readFileSync } from 'node:fs'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listDocumentFindings, type ValidateOptions } from '../../../src/validation/validate-document.ts'

const text = readFileSync('tests/fixtures/validation/orders.yaml', 'utf8')

/**
 * Returns the orders document, which is valid, with some of its text replaced. Each `before` must occur exactly once.
 */
export function orders(...changes: readonly (readonly [before: string, after: string])[]): string {
  return changes.reduce((changed, [before, after]) => {
    if (changed.split(before).length !== 2) throw new Error(`not exactly once in orders.yaml: ${before}`)
    return changed.replace(before, () => after)
  }, text)
}

/** Returns the findings of a document: level, rule, and the text from the reported place to the end of its line. */
export async function listFindings(document: string, options: ValidateOptions = {}): Promise<string[]> {
  const lines = document.split('\n')
  const findings = await listDocumentFindings(documentFromText(document, 'orders.yaml'), options)
  return findings.map(({ level, rule, location: { line, column } }) => {
    return `${level} ${rule}: ${lines[line - 1]?.slice(column - 1) ?? ''}`
  })
}

/** A document, and the findings that the checks must report for it. */
export interface CheckExample {
  readonly title: string
  readonly text: string
  readonly findings: readonly string[]
}
