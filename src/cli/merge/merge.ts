import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ContractError } from '../../errors.ts'
import { blockedCases, decide } from '../../run/decide.ts'
import { exitOf } from '../../report/exit-of.ts'
import { readPolicy, type Policy } from '../../run/policy.ts'
import type { RunReport } from '../../report/report.ts'
import { mergeReports } from '../../report/merge-reports.ts'
import { listApis } from '../apis.ts'
import { openBaseline } from '../baseline/use-baseline.ts'
import type { RegisterCommand } from '../register-command.ts'
import { formatOption, strictOption, verboseOption } from '../gate/gate-options.ts'
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
    .addOption(strictOption())
    .description('join the reports of shards into one')
    .option('--baseline <file>', 'accept the failures in this YAML file; see `gate`')
    .option('--baseline-update', 'add new failures to the file of --baseline, and mark failures that are fixed')
    .action(async (files: string[], given: GivenMergeOptions) => {
      const {
        format = [],
        reportDir,
        verbose = false,
        strict = false,
        baseline: file,
        baselineUpdate: isUpdate = false,
      } = given
      if (isUpdate && file === undefined) {
        throw new ContractError('bad-argument', { what: '--baseline-update needs a file', next: 'add --baseline FILE' })
      }
      const merged = mergeReports(
        files.map((each) => ({ file: each, report: reportIn(each) })),
        decideJoined,
      )
      const runs = merged.runs.map(({ api, target, document }) => ({ api, target, document: document.title }))
      const use = { isUpdate, strict, policyOf, isWhole: true }
      const baseline = file === undefined ? undefined : openBaseline(file, runs, use, host)
      const report = baseline?.apply(merged) ?? merged
      writeReports(report, { format, reportDir, verbose, strict }, host)
      await baseline?.update(report)
      exit(exitOf(report, strict))
    })
}

interface GivenMergeOptions {
  readonly format?: string[]
  readonly reportDir: string
  readonly verbose?: boolean
  readonly strict?: boolean
  readonly baseline?: string
  readonly baselineUpdate?: boolean
}

function policyOf(run: RunReport): Policy {
  const beside = join(dirname(run.document.file), 'policy.yaml')
  const ofApi = listApis().find(({ name }) => name === run.api)?.policy
  return readPolicy(existsSync(beside) ? beside : (ofApi ?? beside))
}

/**
 * Decides on the merged run, according to the policy of the API. Returns the verdict and its reasons. Keeps a reason in
 * the report of a shard only if it is also true for the whole run.
 */
function decideJoined(run: RunReport, shards: readonly RunReport[]): Pick<RunReport, 'verdict' | 'because'> {
  const policy = policyOf(run)
  const decided = decide(run, policy)
  // A reason may contain the number of clauses or cases in one shard. Such a reason is removed, because the numbers of
  // the whole run differ.
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
