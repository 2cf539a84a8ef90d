import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { readRedoc } from '../../pages/find-redoc.ts'
import { printPage } from '../../pages/print-page.ts'
import type { Report } from '../../report/report.ts'
import { chooseApis } from '../apis.ts'
import {
  addDocumentOptions,
  documentOptionsOf,
  readApiDocument,
  type GivenDocumentOptions,
} from '../document-options.ts'
import { EXIT } from '../host/exit-code.ts'
import { apiNameOf } from '../gate/run-gate.ts'
import { collect } from '../option-parsers.ts'
import type { RegisterCommand } from '../register-command.ts'
import { requireOperations } from '../require-operations.ts'
import { writable, writeNewFile } from '../report-folder.ts'
import { reportIn } from '../report/report.ts'

interface GivenOptions extends GivenDocumentOptions {
  readonly api?: readonly string[]
  readonly spec?: string
  readonly out: string
  readonly report?: readonly string[]
}

/** The command `contract-gate docs --out DIR`. */
export const docsCommand: RegisterCommand = (program, host, exit) => {
  addDocumentOptions(
    program
      .command('docs')
      .description('write one HTML page per API: its promises with their sources and last results, and a reference')
      .option('--api <name>', 'use this API under specs/; repeatable, default all', collect)
      .option('--spec <file>', 'use this OpenAPI document')
      .requiredOption('--out <folder>', 'write the pages here')
      .option('--report <file>', 'read results from this contract-report.json; repeatable', collect),
  ).action((given: GivenOptions) => {
    const reports = (given.report ?? []).map((file) => ({ file, report: reportIn(file) }))
    const pages = documentsOf(given).map(({ name, document }) => ({
      name,
      document,
      operations: requireOperations(document),
    }))
    checkReports(
      reports,
      pages.map(({ document }) => document.title),
    )
    checkFolder(given.out)
    const redoc = readRedoc(process.cwd())
    for (const { name, document, operations } of pages) {
      const html = printPage({ document, operations, reports: reports.map(({ report }) => report), redoc })
      const file = join(given.out, `${fileName(name)}.html`)
      writable(given.out, () => writeNewFile(file, html))
      host.stdout.write(`wrote ${file}\n`)
    }
    exit(EXIT.passed)
  })
}

function documentsOf(given: GivenOptions): { name: string; document: Document }[] {
  if (given.spec !== undefined && given.api !== undefined) {
    throw new ContractError('bad-argument', {
      what: '--spec and --api cannot be used together',
      next: 'remove one of the two options',
    })
  }
  const files = given.spec === undefined ? chooseApis(given.api ?? []).map(({ document }) => document) : [given.spec]
  const reading = documentOptionsOf(given, files.length)
  return files.map((file) => {
    const document = readApiDocument(file, { ...reading, keepsBroken: true })
    return { name: apiNameOf(file, document), document }
  })
}

/**
 * Checks that each report has a run for one of the given documents. Throws `report-unreadable` for any other report.
 */
function checkReports(
  reports: readonly { readonly file: string; readonly report: Report }[],
  titles: readonly string[],
): void {
  for (const { file, report } of reports) {
    if (report.runs.some((run) => titles.includes(run.document.title))) continue
    const tested = [...new Set(report.runs.map((run) => `"${run.document.title}"`))].join(', ')
    throw new ContractError('report-unreadable', {
      what: `the report is about ${tested === '' ? 'no API' : tested}, but the pages are about ${titles.map((title) => `"${title}"`).join(', ')}`,
      where: file,
      next: 'give a report of one of these APIs, or choose the API with --api or --spec',
    })
  }
}

/** Throws `bad-argument` if a file has the name of the output folder. */
function checkFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== false) return
  throw new ContractError('bad-argument', { what: `--out ${folder} is a file`, next: 'give the name of a folder' })
}

/** Returns the name of an API in a form that is a valid file name on every operating system. */
function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || 'api'
}
