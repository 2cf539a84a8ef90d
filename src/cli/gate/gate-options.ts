import { Option, type Command } from 'commander'
import { ContractError } from '../../errors.ts'
import type { TargetKind } from '../../operations/annotations.ts'
import { rules } from '../../rules/rules.ts'
import type { Rule } from '../../rules/rule.ts'
import { chooseApis } from '../apis.ts'
import type { OperationChoice } from '../choose-operations.ts'
import {
  assignment,
  cases,
  collect,
  header,
  instant,
  list,
  oneOf,
  positive,
  rate,
  shard,
  url,
  whole,
} from '../option-parsers.ts'
import { addOverlayOptions, overlaysOf, type Overlays } from '../overlay-options.ts'
import { readConfig } from '../read-config.ts'

/** What `gate` was asked for, settled: nothing is left open. */
export interface GateOptions extends OperationChoice {
  readonly api: readonly string[]
  readonly target: readonly TargetKind[]
  readonly baseUrl?: string
  /** Any other document than those of `specs/`. */
  readonly spec?: string
  readonly overlays: Overlays
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly parameters: Readonly<Record<string, string>>
  readonly setup?: string
  readonly tokenUrl?: string
  readonly rules: readonly Rule[]
  readonly seed: number
  readonly now?: string
  /** Random cases for each operation, beside the plan. */
  readonly explore?: number
  /** Only as many cases as bring each clause once. */
  readonly lean: boolean
  readonly budgetSeconds?: number
  readonly ratePerSecond?: number
  readonly concurrency: number
  readonly shard?: { readonly index: number; readonly of: number }
  readonly requestTimeoutMilliseconds: number
  readonly allowDestructive: boolean
  readonly bail: boolean
  readonly strict: boolean
  readonly dryRun: boolean
  /** Findings hold what was received, not only its type: for mock and sandbox. */
  readonly showValues: boolean
  /** Path of the one case to send, where only one is. */
  readonly only?: string
  readonly format: readonly string[]
  readonly reportDir: string
}

const TARGETS: readonly TargetKind[] = ['mock', 'sandbox']
const FORMATS = ['text', 'json', 'junit', 'sarif', 'html', 'github']

/** Adds the options of `gate` to a command. Defaults are settled later, because the configuration may give them. */
export function addGateOptions(command: Command): Command {
  return addOverlayOptions(command)
    .option('--api <name>', 'an api under specs/; repeatable, default all', collect)
    .addOption(
      new Option('--target <kind>', 'where cases are sent; repeatable, default mock and sandbox')
        .choices(TARGETS)
        .argParser(oneOf(TARGETS)),
    )
    .option(
      '-u, --base-url <url>',
      'with one api and one target, or with --spec: the server that already runs there',
      url,
    )
    .option('--spec <file>', 'any other OpenAPI 3.0 or 3.1 document; its mock, or with -u a server')
    .option('-H, --header <line>', "with --spec -u: a header of every request, 'Name: value'; repeatable", header)
    .option('--param <name=value>', 'with --spec: the value of a parameter; repeatable', assignment)
    .option('--setup <file>', 'with --spec -u: a module that establishes provider states')
    .option('--token-url <url>', "stands for the document's token URL", url)
    .option('--operation <id>', 'only this operation; repeatable', collect)
    .option('--exclude-operation <id>', 'all operations but this one; repeatable', collect)
    .option('--tag <name>', 'only operations with this tag; repeatable', collect)
    .option(
      '--path <pattern>',
      "only operations on these paths, for example '/pets/*' or '/pets/**'; repeatable",
      collect,
    )
    .option('--checks <ids>', 'only these rules, separated by commas', list)
    .option('--exclude-checks <ids>', 'all rules but these', list)
    .option('--seed <number>', 'what drawn values and invented ids start from (default 1)', whole)
    .option('--now <instant>', 'start of the run clock, ISO 8601', instant)
    .option(
      '--explore <number>',
      'for each operation so many random cases beside the plan, in turn valid and with one thing wrong; those that ' +
        'break something are shrunk',
      cases,
    )
    .option('--lean', 'only as many cases as bring each clause once: for servers that take few requests')
    .option('--budget <seconds>', 'begin no case after this long', positive)
    .option('--rate <number/s>', 'at most so many requests a second', rate)
    .option('--concurrency <number>', 'cases under way at once (default 8)', positive)
    .option('--shard <i/n>', 'only this part of the plan; `merge` joins the reports', shard)
    .option('--request-timeout <milliseconds>', 'give up an answer after this long (default 30000)', positive)
    .option(
      '--allow-destructive',
      'with --spec -u: also send operations that delete, reset, disable or overwrite; --dry-run lists them',
    )
    .option('--bail', 'begin no case after the first finding')
    .option('--strict', 'drift fails too')
    .option('--show-values', 'show received values and exchanges as they are; on mock and sandbox only')
    .option('--dry-run', 'print the plan and send nothing')
    .addOption(formatOption())
    .option('--report-dir <folder>', 'where the report files go (default reports)')
}

/** `--format`, for every command that tells a report. */
export function formatOption(): Option {
  return new Option('--format <name>', 'also as this; repeatable').choices(FORMATS).argParser(oneOf(FORMATS))
}

/** Options over the configuration over the defaults. Throws `bad-argument`, `bad-config` and `unknown-check`. */
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
    ...number('explore', 'explore'),
    ...number('budget', 'budgetSeconds'),
    ...number('rate', 'ratePerSecond'),
    ...(all['shard'] === undefined ? {} : { shard: all['shard'] as NonNullable<GateOptions['shard']> }),
    api: many(all['api']),
    target: targetsOf(all),
    overlays: overlaysOf(all['overlay'], all['spec'] === undefined ? chooseApis(many(all['api'])).length : 1),
    headers: many(all['header']).map(headerOf),
    parameters: Object.fromEntries(many(all['param']).map(assignmentOf)),
    operation: many(all['operation']),
    excludeOperation: many(all['excludeOperation']),
    tag: many(all['tag']),
    path: many(all['path']),
    rules: chooseRules(all['checks'], all['excludeChecks']),
    seed: Number(all['seed'] ?? 1),
    concurrency: Number(all['concurrency'] ?? 8),
    requestTimeoutMilliseconds: Number(all['requestTimeout'] ?? 30_000),
    allowDestructive: all['allowDestructive'] === true,
    lean: all['lean'] === true,
    bail: all['bail'] === true,
    strict: all['strict'] === true,
    dryRun: all['dryRun'] === true,
    showValues: all['showValues'] === true,
    format: many(all['format']),
    reportDir: String(all['reportDir'] ?? 'reports'),
  }
  checkTogether(options)
  return options
}

/** With a document of somebody else and an address, the server there is the target. */
function targetsOf(all: Readonly<Record<string, unknown>>): readonly TargetKind[] {
  const given = [...new Set(many(all['target']))] as TargetKind[]
  if (given.length > 0) return given
  if (all['spec'] === undefined) return TARGETS
  return all['baseUrl'] === undefined ? ['mock'] : ['live']
}

function checkTogether(options: GateOptions): void {
  const wrong = (what: string, next: string): ContractError => new ContractError('bad-argument', { what, next })
  if (options.spec !== undefined && options.api.length > 0) {
    throw wrong('--spec names a document, and --api another', 'give one of them')
  }
  if (options.spec !== undefined && options.target.includes('sandbox')) {
    throw wrong('the sandbox knows the apis of specs/ only', 'leave --target out, or use --target mock')
  }
  if (
    options.spec === undefined &&
    options.baseUrl !== undefined &&
    (options.api.length !== 1 || options.target.length !== 1)
  ) {
    throw wrong(
      '--base-url says where one server runs',
      'give one --api and one --target beside it, or a document with --spec',
    )
  }
  if (options.showValues && options.target.includes('live')) {
    throw wrong(
      '--show-values would show values of a server that is not ours',
      'leave it out: reports show their types',
    )
  }
  if (/[?#]/.test(options.baseUrl ?? '')) {
    throw wrong('--base-url has a query or a fragment, which no request would carry', 'give it up to there')
  }
  const forServers: readonly [name: string, isGiven: boolean][] = [
    ['--header', options.headers.length > 0],
    ['--setup', options.setup !== undefined],
  ]
  const useless = forServers.find(([, isGiven]) => isGiven && !options.target.includes('live'))
  if (useless !== undefined)
    throw wrong(`${useless[0]} is for a server that is not ours`, 'give --spec FILE -u URL beside it')
}

function chooseRules(checks: unknown, excluded: unknown): readonly Rule[] {
  const only = checks === undefined ? undefined : many(checks)
  const without = many(excluded)
  for (const id of [...(only ?? []), ...without]) {
    if (!rules.some((rule) => rule.id === id)) {
      throw new ContractError('unknown-check', { what: id, next: '`contract-gate rules` lists them' })
    }
  }
  return rules.filter((rule) => (only === undefined || only.includes(rule.id)) && !without.includes(rule.id))
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
