import { writeFileSync } from 'node:fs'
import { Option } from 'commander'
import { makeDiffReports, type DiffReport } from '../../diff/diff-report.ts'
import { diffFormats, type DiffFormatName } from '../../diff/formats.ts'
import { addDocumentOptions, documentOptionsOf, type GivenDocumentOptions } from '../document-options.ts'
import { EXIT } from '../host/exit-code.ts'
import { hasColor } from '../host/host.ts'
import { toolVersion } from '../package-root.ts'
import type { RegisterCommand } from '../register-command.ts'
import { choosePairs } from './choose-pairs.ts'
import { defaultBase } from './git.ts'
import { readSide, type ReadSide } from './read-side.ts'
import { readWaivers } from './read-waivers.ts'

interface GivenDiffOptions extends GivenDocumentOptions {
  readonly format: DiffFormatName
  readonly output?: string
  readonly waive?: string
}

/** The command `contract-gate diff [BASE] [HEAD]`. */
export const diffCommand: RegisterCommand = (program, host, exit) => {
  addDocumentOptions(program.command('diff'))
    .argument('[base]', 'the older document: a file, a folder, a git revision, or REVISION:PATH')
    .argument('[head]', 'the newer document (default: the document in the working directory)')
    .addOption(
      new Option('--format <name>', 'how to print the changes').choices(Object.keys(diffFormats)).default('text'),
    )
    .option('--output <file>', 'write the changes to a file, and only the count to the terminal')
    .option('--waive <file>', 'a YAML list of accepted changes: fingerprint or clause, reason, owner and expires')
    .description('report the changes between two versions of a document, and who is affected')
    .action((base: string | undefined, head: string | undefined, given: GivenDiffOptions) => {
      const pairs = choosePairs(base, head, () => defaultBase(host.env['GITHUB_BASE_REF'] || undefined))
      const options = documentOptionsOf(given, pairs.length)
      const waivers = given.waive === undefined ? [] : readWaivers(given.waive)
      const sides = pairs.map((pair) => ({ base: readSide(pair.base, options), head: readSide(pair.head, options) }))
      const reports = makeDiffReports(sides, { waivers, today: host.today() }).map((report, index) =>
        withPlaces(report, sides[index]),
      )
      const isColored = given.output === undefined && hasColor(host.stdout, host.env)
      const text = diffFormats[given.format](reports, { color: isColored, toolVersion: toolVersion() })
      if (given.output === undefined) host.stdout.write(text)
      else {
        writeFileSync(given.output, text)
        host.stdout.write(
          diffFormats.text(
            reports.map((each) => ({ ...each, changes: [] })),
            { color: false },
          ),
        )
      }
      exit(reports.some(({ verdict }) => verdict === 'failed') ? EXIT.failed : EXIT.passed)
    })
}

/**
 * In the locations of changes, replaces the path of the temporary folder with the name of the revision, as in
 * `main:openapi.yaml`.
 */
function withPlaces(
  report: DiffReport,
  sides: { readonly base: ReadSide; readonly head: ReadSide } | undefined,
): DiffReport {
  if (sides === undefined) return report
  const changes = report.changes.map((change) => ({
    ...change,
    ...(change.base === undefined ? {} : { base: sides.base.place(change.base) }),
    ...(change.head === undefined ? {} : { head: sides.head.place(change.head) }),
  }))
  return { ...report, changes }
}
