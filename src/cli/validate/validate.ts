import { Option } from 'commander'
import { ContractError } from '../../errors.ts'
import type { DocumentFinding } from '../../validation/document-finding.ts'
import {
  printValidationGithub,
  printValidationJson,
  printValidationSarif,
  type ValidatedDocument,
} from '../../validation/machine-formats.ts'
import { printDocumentFindings } from '../../validation/print-document-findings.ts'
import { listDocumentFindings } from '../../validation/validate-document.ts'
import { defaultDocuments } from '../apis.ts'
import {
  addDocumentOptions,
  documentOptionsOf,
  readApiDocument,
  type DocumentOptions,
  type GivenDocumentOptions,
} from '../document-options.ts'
import { EXIT } from '../host/exit-code.ts'
import { explain } from '../explain.ts'
import { hasColor, type Host } from '../host/host.ts'
import { toolVersion } from '../package-root.ts'
import type { RegisterCommand } from '../register-command.ts'
import { describeTestability } from './describe-testability.ts'

type Format = 'text' | 'json' | 'sarif' | 'github'

/** The command `contract-gate validate [FILE…]`. */
export const validateCommand: RegisterCommand = (program, host, exit) => {
  addDocumentOptions(program.command('validate'))
    .argument('[file...]', 'OpenAPI documents (default: those under specs/)')
    .addOption(
      new Option('--format <format>', 'print the findings as text, JSON, SARIF or GitHub annotations')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .description('check that documents are valid, testable, and consistent with their examples')
    .action(async (files: string[], { format, ...given }: GivenDocumentOptions & { format: Format }) => {
      const asked = files.length > 0 ? files : defaultDocuments()
      const reading = documentOptionsOf(given, asked.length)
      const documents: ValidatedDocument[] = []
      let isUnreadable = false
      for (const file of asked) {
        const found = await validated(file, reading)
        isUnreadable ||= found instanceof ContractError
        if (found instanceof ContractError && format === 'text') host.stderr.write(`${explain(found, host.env)}\n`)
        const document = found instanceof ContractError ? unreadable(file, found) : found
        documents.push(document)
        if (format === 'text' && !(found instanceof ContractError)) printText(document, host)
      }
      if (format === 'json') host.stdout.write(printValidationJson(documents))
      if (format === 'sarif') host.stdout.write(printValidationSarif(documents, toolVersion()))
      if (format === 'github') host.stdout.write(printValidationGithub(documents))
      const isBroken = documents.some(({ findings }) => findings.some(({ level }) => level === 'error'))
      exit(isUnreadable ? EXIT.inconclusive : isBroken ? EXIT.failed : EXIT.passed)
    })
}

/**
 * Returns the findings of a document. If the document cannot be read, returns the error, so that the other documents
 * are still checked.
 */
async function validated(file: string, reading: DocumentOptions): Promise<ValidatedDocument | ContractError> {
  try {
    const document = readApiDocument(file, { ...reading, keepsBroken: true })
    const findings = await listDocumentFindings(document)
    return { file, findings, testability: document.broken.size > 0 ? [] : describeTestability(document) }
  } catch (error) {
    if (error instanceof ContractError && error.code !== 'package-missing') return error
    throw error
  }
}

function unreadable(file: string, error: ContractError): ValidatedDocument {
  const [sentence = ''] = error.message.split('\n')
  const [, at = file, line = '1', column = '1'] = /^(.*?):(\d+):(\d+)/.exec(error.details.where ?? '') ?? []
  const finding: DocumentFinding = {
    rule: error.code.replaceAll('-', '_'),
    level: 'error',
    location: { file: at, pointer: '', line: Number(line), column: Number(column) },
    message: sentence,
    next: error.details.next ?? '',
  }
  return { file, findings: [finding], testability: [] }
}

function printText({ file, findings, testability }: ValidatedDocument, host: Host): void {
  const errors = findings.filter(({ level }) => level === 'error').length
  const warnings = findings.length - errors
  if (findings.length > 0)
    host.stdout.write(`${printDocumentFindings(findings, { color: hasColor(host.stdout, host.env) })}\n`)
  host.stdout.write(`${file}: ${count(errors, 'error')}${warnings > 0 ? `, ${count(warnings, 'warning')}` : ''}\n`)
  for (const sentence of testability) host.stdout.write(`  ${sentence}\n`)
}

function count(number: number, word: string): string {
  return `${number === 0 ? 'no' : number} ${word}${number === 1 ? '' : 's'}`
}
