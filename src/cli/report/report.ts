import { readFileSync } from 'node:fs'
import { ContractError } from '../../errors.ts'
import { exitOf } from '../../report/exit-of.ts'
import { readReport } from '../../report/schema/read-report.ts'
import type { Report } from '../../report/report.ts'
import type { RegisterCommand } from '../register-command.ts'
import { formatOption, strictOption, verboseOption } from '../gate/gate-options.ts'
import { writeReports } from '../write-reports.ts'

/** The command `contract-gate report FILE.json --format …`. */
export const reportCommand: RegisterCommand = (program, host, exit) => {
  program
    .command('report')
    .argument('<file>', 'a contract-report.json')
    .addOption(formatOption())
    .option('--report-dir <folder>', 'write the report files here', 'reports')
    .addOption(verboseOption())
    .addOption(strictOption())
    .description('convert a JSON report to other formats')
    .action((file: string, given: { format?: string[]; reportDir: string; verbose?: boolean; strict?: boolean }) => {
      const report = reportIn(file)
      const { format = [], reportDir, verbose = false, strict = false } = given
      writeReports(report, { format, reportDir, verbose, strict }, host)
      exit(exitOf(report, strict))
    })
}

/** Reads a report from a file. Throws `report-unreadable`. */
export function reportIn(file: string): Report {
  try {
    return readReport(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof ContractError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new ContractError('report-unreadable', {
      what: code === 'ENOENT' ? 'the file does not exist' : code,
      where: file,
      next: 'give the contract-report.json of a `contract-gate gate` run',
    })
  }
}
