import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { githubSummary } from '../report/github-summary.ts'
import { formats, type FormatName } from '../report/formats.ts'
import type { Report } from '../report/report.ts'
import type { GateOptions } from './gate/gate-options.ts'
import { fileErrorCode, writable, writeNewFile } from './report-folder.ts'
import { hasColor, type Host } from './host/host.ts'

/** The name of the report file of each format. */
const FILES: Readonly<Record<FormatName, string>> = {
  text: 'contract-report.txt',
  json: 'contract-report.json',
  junit: 'junit.xml',
  sarif: 'contract-report.sarif',
  github: 'github.txt',
  html: 'contract-report.html',
}
/** Formats that are always written. */
const ALWAYS: readonly FormatName[] = ['json', 'junit']
/** Formats that are never printed, because they are too long. */
const FILES_ONLY: readonly FormatName[] = ['html']

/**
 * Writes the report files and prints the text report. The text goes to stdout. If another format is printed to stdout,
 * the text goes to stderr. Throws `report-unwritable`.
 */
export function writeReports(
  report: Report,
  options: Pick<GateOptions, 'format' | 'reportDir' | 'strict' | 'verbose'>,
  host: Host,
): void {
  const asked = options.format.filter((name): name is FormatName => name in formats)
  const { strict, verbose } = options
  const plain = {
    color: false,
    width: 100,
    strict,
    verbose,
    reportFile: join(options.reportDir, FILES.json),
    sources: sourcesOf(report),
  }
  writable(options.reportDir, () => {
    for (const name of new Set([...ALWAYS, ...asked])) {
      writeNewFile(join(options.reportDir, FILES[name]), formats[name](report, plain))
    }
  })
  if (asked.includes('github')) appendSummary(report, host)
  const printed = asked.filter((name) => name !== 'text' && !FILES_ONLY.includes(name))
  for (const name of printed) host.stdout.write(formats[name](report, plain))
  const stream = printed.length > 0 ? host.stderr : host.stdout
  const width = Math.min(Math.max(stream.columns ?? 100, 40), 200)
  stream.write(formats.text(report, { ...plain, width, color: hasColor(stream, host.env) }))
}

/**
 * Adds the report to the summary page of a GitHub workflow. The environment variable GITHUB_STEP_SUMMARY contains the
 * path of the file for this page.
 */
function appendSummary(report: Report, { env, stderr }: Host): void {
  const file = env['GITHUB_STEP_SUMMARY']
  if (file === undefined || file === '') return
  try {
    appendFileSync(file, githubSummary(report))
  } catch (error) {
    stderr.write(`The step summary could not be written: ${fileErrorCode(error)}\n`)
  }
}

/** Returns the texts of the documents that the report refers to. Leaves out files that no longer exist. */
function sourcesOf(report: Report): ReadonlyMap<string, string> {
  const files = report.runs.flatMap(({ clauses, findings }) =>
    [...clauses, ...findings].map(({ definedAt }) => definedAt.file),
  )
  return new Map(
    [...new Set(files)].filter((file) => existsSync(file)).map((file) => [file, readFileSync(file, 'utf8')]),
  )
}
