import type { Location } from '../document/location.ts'
import { visible } from '../report/visible.ts'
import type { DocumentFinding } from './document-finding.ts'
import { checks } from './checks.ts'

/** A document, and the findings of `validate` about it. */
export interface ValidatedDocument {
  /** The path of the document, in the form that the user gave. */
  readonly file: string
  readonly findings: readonly DocumentFinding[]
  /** Sentences about what cannot be tested. Empty if the document cannot be read or has a broken reference. */
  readonly testability: readonly string[]
}

/** Prints the findings of documents as JSON. */
export function printValidationJson(documents: readonly ValidatedDocument[]): string {
  const rows = documents.map(({ file, findings, testability }) => {
    const errors = findings.filter(({ level }) => level === 'error').length
    return { file, errors, warnings: findings.length - errors, testability, findings }
  })
  return `${JSON.stringify({ schemaVersion: 1, documents: rows }, null, 2)}\n`
}

/** Prints the findings of documents as SARIF 2.1.0. */
export function printValidationSarif(documents: readonly ValidatedDocument[], toolVersion: string): string {
  const findings = documents.flatMap((each) => each.findings)
  const ids = [...new Set(findings.map(({ rule }) => rule))].toSorted()
  const rules = ids.map((id) => {
    const check = checks.find((each) => each.id === id)
    return {
      id,
      ...(check === undefined ? {} : { shortDescription: { text: check.title }, help: { text: check.why } }),
    }
  })
  const results = findings.map(({ rule, level, message, next, location }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level,
    message: { text: `${message}\nNext: ${next}` },
    locations: [{ physicalLocation: sarifPlace(location) }],
  }))
  const driver = { name: 'contract-gate', version: toolVersion, rules }
  const run = {
    tool: { driver },
    automationDetails: { id: 'contract-gate validate/' },
    columnKind: 'utf16CodeUnits',
    results,
  }
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function sarifPlace({ file, line, column }: Location): object {
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return { artifactLocation: { uri }, region: { startLine: line, startColumn: column } }
}

/** Prints the findings of documents as GitHub workflow commands, one per line. */
export function printValidationGithub(documents: readonly ValidatedDocument[]): string {
  return documents
    .flatMap(({ findings }) => findings)
    .map(({ rule, level, message, next, location: { file, line, column } }) => {
      const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`
      return `::${level} ${place}::${data(`${message}\nnext: ${next}`)}\n`
    })
    .join('')
}

function data(text: string): string {
  return visible(text, '\n').replaceAll('%', '%25').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
