import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { blockedCases, decide } from '../../run/decide.ts'
import { exitOf } from '../../report/exit-of.ts'
import { readPolicy } from '../../run/policy.ts'
import type { RunReport } from '../../report/report.ts'
import { mergeReports } from '../../report/merge-reports.ts'
import { listApis } from '../apis.ts'
import type { RegisterCommand } from '../register-command.ts'
import { formatOption, verboseOption } from '../gate/gate-options.ts'
import { writeReports } from '../write-reports.ts'
import { reportIn } from '../report/report.ts'

/** The command `contract-gate merge REPORT.json…`. */
export const mergeCommand: RegisterCommand = (program, host, exit) => {
  program
    .command('merge')
    .argument('<file...>', 'the contract-report.json of each shard')
    .addOption(formatOption())
    .option('--report-dir <folder>', 'write the report files here', 'reports')
    .addOption(verboseOption())
    .description('join the reports of shards into one')
    .action((files: string[], given: { format?: string[]; reportDir: string; verbose?: boolean }) => {
      const report = mergeReports(
        files.map((file) => ({ file, report: reportIn(file) })),
        decideJoined,
      )
      const { format = [], reportDir, verbose = false } = given
      writeReports(report, { format, reportDir, verbose, strict: false }, host)
      exit(exitOf(report, false))
    })
}

/**
 * Returns the verdict of merged shards, by the policy of the API. A reason of a single shard is kept if it is also true
 * of the whole run.
 */
function decideJoined(run: RunReport, shards: readonly RunReport[]): Pick<RunReport, 'verdict' | 'because'> {
  const beside = join(dirname(run.document.file), 'policy.yaml')
  const ofApi = listApis().find(({ name }) => name === run.api)?.policy
  const policy = readPolicy(existsSync(beside) ? beside : (ofApi ?? beside))
  const decided = decide(run, policy)
  // Leaves out each reason with a number of clauses or cases of a single shard, because the whole run has other
  // numbers.
  const ofShards = new Set(
    shards.flatMap((shard) => [...decide(shard, policy, false).because, ...blockedCases(shard, policy)]),
  )
  const because = [
    ...run.because.filter((sentence) => !ofShards.has(sentence)),
    ...blockedCases(run, policy),
    ...decided.because,
  ]
  return { verdict: decided.verdict === 'passed' && because.length > 0 ? 'blocked' : decided.verdict, because }
}
