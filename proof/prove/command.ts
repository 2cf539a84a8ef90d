import { Command, CommanderError, Option } from 'commander'
import { BLIND_SETS } from '../blind-sets.ts'
import { API_NAMES, type ApiName } from '../../sandbox/apis.ts'
import { chooseApis } from '../../src/cli/apis.ts'
import { EXIT } from '../../src/cli/host/exit-code.ts'
import { explain } from '../../src/cli/explain.ts'
import type { Host } from '../../src/cli/host/host.ts'
import { collect, collectOneOf } from '../../src/cli/option-parsers.ts'
import { PLANS, type PlanName } from '../../src/cases/plan-context.ts'
import { ContractError } from '../../src/errors.ts'
import { reportAll, reportBlindSet, reportHeldOut, reportMutants } from './report-proof.ts'
import { settleProof } from './settle-proof.ts'

interface Options {
  readonly api?: readonly ApiName[]
  readonly fault?: readonly string[]
  readonly mutants?: true
  readonly heldOut?: true
  readonly set?: string
  readonly plan: PlanName
  readonly format: 'text' | 'json'
}

/**
 * The command `npm run prove`. Returns the exit code: 0 if each fault was detected exactly once and no variant raised a
 * finding, 1 if a result is different, 2 if an argument is wrong. With `--held-out`, `--set` or a plan other than the
 * default, prints a score and returns 0. Never throws.
 */
export async function proveCommand(args: readonly string[], host: Host): Promise<number> {
  let exitCode: number = EXIT.passed
  const program = new Command('prove')
    .option('--api <name>', 'only this API; repeatable', collectOneOf(API_NAMES))
    .option('--fault <id>', 'only this fault, and no variants; repeatable', collect)
    .option('--mutants', 'change one promise of each document at a time and check that the gate or `validate` notices')
    .option('--held-out', 'run only the faults whose detection was not fixed; reports a score, never fails')
    .addOption(
      new Option(
        '--set <name>',
        'run only the faults and variants of one blind set; reports a score, never fails',
      ).choices(Object.keys(BLIND_SETS)),
    )
    .addOption(
      new Option('--plan <name>', 'send this plan of `gate`; lean and deep report a score and never fail')
        .choices(PLANS)
        .default('default'),
    )
    .addOption(new Option('--format <name>', 'output format').choices(['text', 'json']).default('text'))
    .description('Check that each seeded fault is detected exactly once and that harmless variants raise no finding.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
    })
    .action(async (options: Options) => {
      exitCode = await run(options, host)
    })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.inconclusive
    host.stderr.write(`${explain(error, host.env)}\n`)
    return EXIT.inconclusive
  }
}

async function run(options: Options, host: Host): Promise<number> {
  const { api = API_NAMES, fault = [], mutants = false, heldOut = false, set, plan, format } = options
  if ([fault.length > 0, mutants, heldOut, set !== undefined].filter(Boolean).length > 1) {
    throw new ContractError('bad-argument', {
      what: '--fault, --mutants, --held-out and --set cannot be combined',
      next: 'use only one of them',
    })
  }
  if (plan !== 'default' && mutants) {
    throw new ContractError('bad-argument', {
      what: '--mutants cannot be combined with another plan: the expected results are those of the default plan',
      next: 'give one of them',
    })
  }
  const settings = settleProof(chooseApis([...api]), plan, host)
  const output = { stdout: host.stdout, isJson: format === 'json' }
  if (heldOut) {
    await reportHeldOut(settings, output)
    return EXIT.passed
  }
  if (set !== undefined) {
    await reportBlindSet(settings, set, output)
    return EXIT.passed
  }
  if (mutants) return (await reportMutants(settings, output)) ? EXIT.passed : EXIT.failed
  const isProved = await reportAll(settings, fault, output)
  return isProved || plan !== 'default' ? EXIT.passed : EXIT.failed
}
