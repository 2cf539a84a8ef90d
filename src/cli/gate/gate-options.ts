import { Option, type Command } from 'commander'
import { PLANS, type PlanName } from '../../cases/plan-context.ts'
import { ContractError } from '../../errors.ts'
import type { TargetKind } from '../../operations/annotations.ts'
import { rules } from '../../rules/rules.ts'
import type { Rule } from '../../rules/rule.ts'
import { chooseApis } from '../apis.ts'
import type { OperationChoice } from './choose-operations.ts'
import {
  assignment,
  cases,
  collect,
  credential,
  header,
  onlyOnce,
  otherHeader,
  instant,
  commaSeparated,
  collectOneOf,
  percent,
  positive,
  rate,
  shard,
  url,
  integer,
} from '../option-parsers.ts'
import { addDocumentOptions, documentOptionsOf, type DocumentOptions } from '../document-options.ts'
import { addConnectionOptions, tlsOptionsOf, type TlsOptions } from './connection-options.ts'
import { readConfig } from '../read-config.ts'
import { suppliedCredential, type SuppliedCredential } from './read-environment.ts'

/** The options of `gate`, after defaults were filled in. */
export interface GateOptions extends OperationChoice {
  readonly api: readonly string[]
  readonly target: readonly TargetKind[]
  /**
   * True if the user chose no target. For each API, the gate then skips the default targets that do not support this
   * API.
   */
  readonly targetIsDefault: boolean
  readonly baseUrl?: string
  /** The file of the document. Absent if the documents under `specs/` are tested. */
  readonly spec?: string
  readonly reading: DocumentOptions
  /** Headers that are added to every request. `readEnvironment` replaces `$VARIABLE` in their values. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly credentials: readonly SuppliedCredential[]
  /** Headers with the credentials of a second user. They replace headers with the same name. */
  readonly otherHeaders: readonly (readonly [name: string, value: string])[]
  /** Parameter values in the order of the command line. A key is `name` or `operationId.name`. */
  readonly parameters: readonly (readonly [key: string, value: string])[]
  readonly setup?: string
  readonly tokenUrl?: string
  readonly tls: TlsOptions
  readonly rules: readonly Rule[]
  readonly seed: number
  readonly now?: string
  /** The number of random cases per operation. They are sent in addition to the plan. */
  readonly explore?: number
  readonly plan: PlanName
  readonly budgetSeconds?: number
  readonly ratePerSecond?: number
  readonly concurrency: number
  readonly shard?: { readonly index: number; readonly of: number }
  readonly requestTimeoutMilliseconds: number
  readonly allowDestructive: boolean
  readonly bail: boolean
  readonly strict: boolean
  /** True if each document is validated before its test. A document with errors is then not tested. */
  readonly validate: boolean
  /** The minimum coverage in percent. It replaces the minimum in `policy.yaml`. */
  readonly minCoverage?: number
  /** The file that lists known failures. */
  readonly baseline?: string
  readonly baselineUpdate: boolean
  readonly dryRun: boolean
  /**
   * True if findings show the values in responses, not only their types. Not allowed for a server on another machine.
   */
  readonly showValues: boolean
  /** True if a live server gets only requests that change nothing. */
  readonly noWrites: boolean
  /** True if the run lists the server faults that it cannot detect. */
  readonly whatIf: boolean
  /** The id of the only case to send, such as `updateOrder/example/200`. */
  readonly only?: string
  readonly format: readonly string[]
  /** True if the printed report lists every clause that was not exercised. */
  readonly verbose: boolean
  readonly reportDir: string
  /**
   * The folder of the files about assumptions. A file records which assumptions live runs have confirmed or disproved.
   */
  readonly assumptions?: string
}

const TARGETS: readonly TargetKind[] = ['mock', 'sandbox', 'live']
/** The targets of a run for which the user chose no target and no server. */
const DEFAULT_TARGETS: readonly TargetKind[] = ['mock', 'sandbox']
const FORMATS = ['text', 'json', 'junit', 'sarif', 'html', 'github']

/**
 * Adds the options of `gate` to a command. The options have no defaults, because `contract.config.yaml` can also set
 * them.
 */
export function addGateOptions(command: Command): Command {
  addDocumentOptions(
    command
      .optionsGroup('Document and server:')
      .option('--api <name>', 'use this API under specs/; repeatable, default all', collect)
      .option(
        '--spec <file>',
        'check this OpenAPI document, against a mock of it or (with -u) against a server',
        onlyOnce('--spec'),
      )
      .addOption(
        new Option(
          '--target <kind>',
          'send the cases to this target; repeatable, default mock and sandbox; live: the server in contract.config.yaml',
        )
          .choices(TARGETS)
          .argParser(collectOneOf(TARGETS)),
      )
      .option(
        '-u, --base-url <url>',
        'send the cases to the server at this base URL; needs --spec, or one --api and one --target',
        url,
      ),
  )
  addConnectionOptions(
    command
      .optionsGroup('Credentials, ids and test data:')
      .option(
        '-H, --header <line>',
        "add a header to every request, 'Name: value' or 'Name: $VARIABLE'; needs --spec and -u; repeatable",
        header,
      )
      .option(
        '--credential <scheme=VARIABLE>',
        'take the credentials of this security scheme from environment variables: key=API_KEY, oauth=TOKEN, ' +
          'oauth=CLIENT_ID:CLIENT_SECRET, basic=USER:PASSWORD; needs --spec and -u; repeatable',
        credential,
      )
      .option(
        '--as <other=header>',
        "send this header, 'other=Name: $VARIABLE', as a second user, who must not read or change the objects of the first; " +
          'needs --spec and -u; repeatable',
        otherHeader,
      )
      .option('--token-url <url>', "override the document's token URL", url)
      .option(
        '--param <name=value>',
        'set a parameter wherever its schema allows the value, or with operationId.name=value in one operation; repeatable',
        assignment,
      )
      .option('--setup <file>', 'load this module to set up provider states; needs --spec and -u'),
  )
  return command
    .optionsGroup('Choice of cases:')
    .option('--operation <id>', 'send only this operation; repeatable', collect)
    .option('--exclude-operation <id>', 'do not send this operation; repeatable', collect)
    .option('--tag <name>', 'send only operations with this tag; repeatable', collect)
    .option(
      '--path <pattern>',
      "send only operations on these paths, such as '/pets/*' or '/pets/**'; repeatable",
      collect,
    )
    .addOption(
      new Option(
        '--plan <name>',
        'lean: the fewest cases that exercise each clause once; deep: also combinations of provider states, roles and values',
      )
        .choices(PLANS)
        .default('default'),
    )
    .option(
      '--explore <number>',
      'send N extra random cases per operation, alternating valid and invalid; failures are shrunk',
      cases,
    )
    .option('--shard <i/n>', 'send only this part of the plan; `merge` joins the reports', shard)
    .option('--seed <number>', 'generate values and ids from this seed (default 1)', integer)
    .option('--now <instant>', 'start the run clock at this instant, ISO 8601', instant)
    .option(
      '--no-writes',
      'send only cases that change nothing (invalid credentials, ids that do not exist); for --target live',
    )
    .option(
      '--allow-destructive',
      'also delete, reset, disable or overwrite objects that the gate did not make; `--dry-run` lists the operations',
    )
    .option('--dry-run', 'print the plan, send nothing')
    .optionsGroup('Sending:')
    .option('--budget <seconds>', 'start no case after this many seconds', positive)
    .option('--rate <number/s>', 'send at most this many requests per second', rate)
    .option(
      '--concurrency <number>',
      'run this many cases at the same time (default 8); writes to a live server go one at a time',
      positive,
    )
    .option('--request-timeout <milliseconds>', 'wait this long for a response (default 30000)', positive)
    .option('--bail', 'start no case after the first finding')
    .optionsGroup('Verdict:')
    .option('--checks <ids>', 'check only these rules; list of ids separated by commas', commaSeparated)
    .option('--exclude-checks <ids>', 'do not check these rules; list of ids separated by commas', commaSeparated)
    .addOption(strictOption())
    .option('--baseline <file>', 'accept the failures in this YAML file, each with a reason, an owner and a last day')
    .option('--baseline-update', 'add new failures to the file of --baseline, and mark failures that are fixed')
    .option(
      '--min-coverage <percent>',
      'require this percentage of the checkable clauses, instead of the one in policy.yaml',
      percent,
    )
    .option('--no-validate', 'judge responses even if the document has errors')
    .optionsGroup('Reports:')
    .addOption(formatOption())
    .option('--report-dir <folder>', 'write the report files here (default reports)')
    .addOption(verboseOption())
    .option(
      '--what-if',
      'list server faults that this run would not detect, and how to change the document so that it does; sends no more requests',
    )
    .option('--show-values', 'show received values in reports; not for a server on another machine')
    .option(
      '--assumptions <folder>',
      'record in this folder which assumptions a live server confirmed or disproved (default live, if contract.config.yaml has the server)',
    )
}

/** The option `--verbose`. Every command that prints a report has it. */
export function verboseOption(): Option {
  return new Option('--verbose', 'list in the printed report each clause that was not exercised')
}

/** The option `--strict`, which makes findings of every level fail the run. */
export function strictOption(): Option {
  return new Option('--strict', 'fail on findings of every level, drift included')
}

/** The option `--format`. Every command that writes a report has it. */
export function formatOption(): Option {
  return new Option('--format <name>', 'also write this format; repeatable')
    .choices(FORMATS)
    .argParser(collectOneOf(FORMATS))
}

/**
 * Returns the options of a run. An option on the command line takes precedence over `contract.config.yaml`, and this
 * file takes precedence over the defaults. Throws `bad-argument`, `bad-config` and `unknown-check`.
 */
export function settleGateOptions(command: Command): GateOptions {
  const all: Readonly<Record<string, unknown>> = { ...readConfig(command.options), ...command.opts() }
  const text = <K extends string>(key: string, name: K): Partial<Record<K, string>> =>
    all[key] === undefined ? {} : ({ [name]: String(all[key]) } as Record<K, string>)
  const number = <K extends string>(key: string, name: K): Partial<Record<K, number>> =>
    all[key] === undefined ? {} : ({ [name]: Number(all[key]) } as Record<K, number>)
  const options: GateOptions = {
    ...text('baseUrl', 'baseUrl'),
    ...text('spec', 'spec'),
    ...text('setup', 'setup'),
    ...text('tokenUrl', 'tokenUrl'),
    ...text('now', 'now'),
    ...text('assumptions', 'assumptions'),
    ...text('baseline', 'baseline'),
    ...number('explore', 'explore'),
    ...number('budget', 'budgetSeconds'),
    ...number('rate', 'ratePerSecond'),
    ...number('minCoverage', 'minCoverage'),
    ...(all['shard'] === undefined ? {} : { shard: all['shard'] as NonNullable<GateOptions['shard']> }),
    api: many(all['api']),
    target: targetsOf(all),
    targetIsDefault: all['target'] === undefined,
    reading: documentOptionsOf(all, all['spec'] === undefined ? chooseApis(many(all['api'])).length : 1),
    headers: many(all['header']).map(headerOf),
    otherHeaders: many(all['as']).map((each) => headerOf(each.slice(each.indexOf('=') + 1))),
    tls: tlsOptionsOf(all),
    credentials: many(all['credential']).map(suppliedCredential),
    parameters: many(all['param']).map(assignmentOf),
    operation: many(all['operation']),
    excludeOperation: many(all['excludeOperation']),
    tag: many(all['tag']),
    path: many(all['path']),
    rules: chooseRules(all['checks'], all['excludeChecks']),
    seed: Number(all['seed'] ?? 1),
    concurrency: Number(all['concurrency'] ?? 8),
    requestTimeoutMilliseconds: Number(all['requestTimeout'] ?? 30_000),
    allowDestructive: all['allowDestructive'] === true,
    plan: all['plan'] as PlanName,
    bail: all['bail'] === true,
    strict: all['strict'] === true,
    verbose: all['verbose'] === true,
    validate: all['validate'] !== false,
    baselineUpdate: all['baselineUpdate'] === true,
    dryRun: all['dryRun'] === true,
    showValues: all['showValues'] === true,
    noWrites: all['writes'] === false,
    whatIf: all['whatIf'] === true,
    format: many(all['format']),
    reportDir: String(all['reportDir'] ?? 'reports'),
  }
  checkTogether(options)
  return options
}

/**
 * Returns the targets that the user chose. Default: the mock and the sandbox. With `--spec`, the default is the live
 * server at `--base-url` or, without `--base-url`, the mock.
 */
function targetsOf(all: Readonly<Record<string, unknown>>): readonly TargetKind[] {
  const given = [...new Set(many(all['target']))] as TargetKind[]
  if (given.length > 0) return given
  if (all['spec'] === undefined) return DEFAULT_TARGETS
  return all['baseUrl'] === undefined ? ['mock'] : ['live']
}

function checkTogether(options: GateOptions): void {
  const wrong = (what: string, next: string): ContractError => new ContractError('bad-argument', { what, next })
  if (options.spec !== undefined && options.api.length > 0) {
    throw wrong('--spec and --api cannot be used together', 'remove one of the two options')
  }
  if (options.spec !== undefined && options.target.includes('sandbox')) {
    throw wrong(
      'the sandbox implements only the shipped APIs, not a --spec document',
      'remove --target, or use --target mock',
    )
  }
  if (
    options.spec === undefined &&
    options.baseUrl !== undefined &&
    (options.api.length !== 1 || options.target.length !== 1)
  ) {
    throw wrong(
      '--base-url needs the document that the server implements',
      'add --spec FILE, or one --api and one --target',
    )
  }
  if (options.showValues && options.target.includes('live') && !isLoopback(options.baseUrl)) {
    throw wrong(
      '--show-values is not allowed for a server on another machine, whose values may be confidential',
      'remove --show-values (reports then show the types of values), or use a server on this machine',
    )
  }
  if (/[?#]/.test(options.baseUrl ?? '')) {
    throw wrong(
      '--base-url has a query or a fragment, which requests would lose',
      'remove the ? or # and everything after it',
    )
  }
  if (options.baselineUpdate && options.baseline === undefined) {
    throw wrong('--baseline-update needs a file', 'add --baseline FILE')
  }
  if (options.baselineUpdate && options.shard !== undefined) {
    throw wrong(
      '--baseline-update needs the whole run, but a shard is only a part of it',
      'give --baseline and --baseline-update to `contract-gate merge`',
    )
  }
  if (options.whatIf && options.shard !== undefined) {
    throw wrong('--what-if needs the whole run, but a shard is only a part of it', 'run the gate once without --shard')
  }
  if (options.whatIf && options.target.every((kind) => kind === 'mock')) {
    throw wrong('--what-if needs a server, because a mock stores nothing', 'add -u URL, or --target sandbox')
  }
  const forServers: readonly [name: string, isGiven: boolean][] = [
    ['--header', options.headers.length > 0],
    ['--credential', options.credentials.length > 0],
    ['--as', options.otherHeaders.length > 0],
    ['--ca', options.tls.ca !== undefined],
    ['--cert', options.tls.cert !== undefined],
    ['--insecure', options.tls.insecure],
    ['--no-writes', options.noWrites],
    ['--setup', options.setup !== undefined],
  ]
  const unusable = forServers.find(([, isGiven]) => isGiven && !options.target.includes('live'))
  if (unusable !== undefined)
    throw wrong(`${unusable[0]} applies only to a live server`, 'add --spec FILE -u URL, or --target live')
  if (options.noWrites && options.baseUrl !== undefined) {
    throw wrong(
      '--no-writes works only with a server in contract.config.yaml, so it cannot be combined with --base-url',
      'remove one of the two options',
    )
  }
}

/** True if the host of a URL is this machine (RFC 6761 §6.3). */
function isLoopback(url: string | undefined): boolean {
  const host = url === undefined ? '' : new URL(url).hostname
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)
}

function chooseRules(checks: unknown, excluded: unknown): readonly Rule[] {
  const only = checks === undefined ? undefined : many(checks)
  const without = many(excluded)
  for (const id of [...(only ?? []), ...without]) {
    if (!rules.some((rule) => rule.id === id)) {
      throw new ContractError('unknown-check', { what: id, next: 'run `contract-gate rules` for the list' })
    }
  }
  const chosen = rules.filter((rule) => (only === undefined || only.includes(rule.id)) && !without.includes(rule.id))
  if (chosen.length > 0) return chosen
  throw new ContractError('bad-argument', {
    what: 'no rule is left to check',
    next: 'change --checks or --exclude-checks',
  })
}

function many(value: unknown): string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map(String)
}

function headerOf(line: string): readonly [string, string] {
  const at = line.indexOf(':')
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

function assignmentOf(text: string): [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}
