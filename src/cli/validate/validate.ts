import { listDocumentFindings } from '../../validation/validate-document.ts'
import { printDocumentFindings } from '../../validation/print-document-findings.ts'
import { chooseApis } from '../apis.ts'
import {
  addDocumentOptions,
  documentOptionsOf,
  readApiDocument,
  type GivenDocumentOptions,
} from '../document-options.ts'
import type { RegisterCommand } from '../register-command.ts'
import { EXIT } from '../exit-code.ts'
import { hasColor } from '../host.ts'

/** The command `contract-gate validate [FILE…]`. */
export const validateCommand: RegisterCommand = (program, host, exit) => {
  addDocumentOptions(program.command('validate'))
    .argument('[file...]', 'OpenAPI documents (default: those under specs/)')
    .description('check that documents are valid, testable, and consistent with their examples')
    .action(async (files: string[], given: GivenDocumentOptions) => {
      const asked = files.length > 0 ? files : chooseApis([]).map((api) => api.document)
      const reading = documentOptionsOf(given, asked.length)
      let isBroken = false
      for (const file of asked) {
        const findings = await listDocumentFindings(readApiDocument(file, { ...reading, keepsBroken: true }))
        const errors = findings.filter((finding) => finding.level === 'error').length
        isBroken ||= errors > 0
        if (findings.length > 0)
          host.stdout.write(`${printDocumentFindings(findings, { color: hasColor(host.stdout, host.env) })}\n`)
        const warnings = findings.length - errors
        host.stdout.write(
          `${file}: ${count(errors, 'error')}${warnings > 0 ? `, ${count(warnings, 'warning')}` : ''}\n`,
        )
      }
      exit(isBroken ? EXIT.failed : EXIT.passed)
    })
}

function count(number: number, word: string): string {
  return `${number === 0 ? 'no' : number} ${word}${number === 1 ? '' : 's'}`
}
