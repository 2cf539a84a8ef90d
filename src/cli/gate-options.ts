import { InvalidArgumentError, Option, type Command } from 'commander'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json } from '../json.ts'
import type { TargetKind } from '../operations/annotations.ts'
import { rules } from '../verdicts/rules.ts'
import type { Rule } from '../verdicts/rule.ts'

/** What `gate` was asked for, settled: nothing is left open. */
export interface GateOptions {
  readonly api: readonly string[]
  readonly target: readonly TargetKind[]
  readonly baseUrl?: string
  readonly operation: readonly string[]
  readonly rules: readonly Rule[]
  readonly seed: number
  readonly now?: string
  readonly concurrency: number
  readonly strict: boolean
  readonly dryRun: boolean
  /** Path of the one case to send, where only one is. */
  readonly only?: string
  readonly format: readonly string[]
  readonly reportDir: string
}

const TARGETS: readonly TargetKind[] = ['mock', 'sandbox']
const FORMATS = ['text', 'json', 'junit', 'sarif', 'html', 'github']
const CONFIG = 'contract.config.yaml'

/** Adds the options of `gate` to a command. Defaults are settled later, because the configuration may give them. */
export function addGateOptions(command: Command): Command {
  return command
    .option('--api <name>', 'an api under specs/; repeatable, default all', collect)
    .addOption(
      new Option('--target <kind>', 'where cases are sent; repeatable, default mock and sandbox')
        .choices(TARGETS)
        .argParser(oneOf(TARGETS)),
    )
    .option('-u, --base-url <url>', 'with one api and one target: use the server that already runs there', url)
    .option('--operation <id>', 'only this operation; repeatable', collect)
    .option('--checks <ids>', 'only these rules, separated by commas', list)
    .option('--exclude-checks <ids>', 'all rules but these', list)
    .option('--seed <number>', 'what drawn values and invented ids start from (default 1)', whole)
    .option('--now <instant>', 'start of the run clock, ISO 8601', instant)
    .option('--concurrency <number>', 'cases under way at once (default 8)', positive)
    .option('--strict', 'drift fails too')
    .option('--dry-run', 'print the plan and send nothing')
    .addOption(formatOption())
    .option('--report-dir <folder>', 'where the report files go (default reports)')
}

/** `--format`, for every command that tells a report. */
export function formatOption(): Option {
  return new Option('--format <name>', 'also as this; repeatable').choices(FORMATS).argParser(oneOf(FORMATS))
}

/** Options over the configuration over the defaults. Throws `bad-argument`, `bad-config` and `unknown-check`. */
export function settleGateOptions(given: Readonly<Record<string, unknown>>): GateOptions {
  const all: Readonly<Record<string, unknown>> = { ...readConfig(), ...given }
  const target = (many(all['target']) as TargetKind[]).filter((kind, index, kinds) => kinds.indexOf(kind) === index)
  const options: GateOptions = {
    api: many(all['api']),
    target: target.length > 0 ? target : TARGETS,
    operation: many(all['operation']),
    rules: chooseRules(all['checks'], all['excludeChecks']),
    seed: Number(all['seed'] ?? 1),
    concurrency: Number(all['concurrency'] ?? 8),
    strict: all['strict'] === true,
    dryRun: all['dryRun'] === true,
    format: many(all['format']),
    reportDir: String(all['reportDir'] ?? 'reports'),
    ...(all['baseUrl'] === undefined ? {} : { baseUrl: String(all['baseUrl']) }),
    ...(all['now'] === undefined ? {} : { now: String(all['now']) }),
  }
  if (options.baseUrl !== undefined && (options.api.length !== 1 || options.target.length !== 1)) {
    throw new ContractError('bad-argument', {
      what: '--base-url says where one server runs',
      next: 'give one --api and one --target beside it',
    })
  }
  return options
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

/** The configuration file where we are; its keys are the options, with or without hyphens. */
function readConfig(): Record<string, unknown> {
  if (!existsSync(CONFIG)) return {}
  let value: Json
  try {
    value = parse(readFileSync(CONFIG, 'utf8')) as Json
  } catch (error) {
    throw badConfig(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is not YAML')
  }
  if (value === null) return {}
  if (!isObject(value)) throw badConfig('it is no map of options')
  const known = [
    'api',
    'target',
    'baseUrl',
    'operation',
    'checks',
    'excludeChecks',
    'seed',
    'now',
    'concurrency',
    'strict',
    'format',
    'reportDir',
  ]
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = key.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      if (!known.includes(name)) throw badConfig(`there is no option ${key}`)
      if (name === 'target') many(member).forEach((kind) => check(TARGETS, kind, 'target'))
      if (name === 'format') many(member).forEach((kind) => check(FORMATS, kind, 'format'))
      if ((name === 'seed' || name === 'concurrency') && !Number.isSafeInteger(member))
        throw badConfig(`${key} is no whole number`)
      return [name, member]
    }),
  )
}

function check(choices: readonly string[], value: string, name: string): void {
  if (!choices.includes(value)) throw badConfig(`there is no ${name} ${value}; choose from ${choices.join(', ')}`)
}

function badConfig(what: string): ContractError {
  return new ContractError('bad-config', { what, where: CONFIG, next: '`contract-gate gate --help` lists the options' })
}

function many(value: unknown): string[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) || isArray(value) ? [...(value as unknown[])] : [value]).map(String)
}

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value]
}

function oneOf(choices: readonly string[]): (value: string, before: string[] | undefined) => string[] {
  return (value, before) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
    return collect(value, before)
  }
}

function list(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), ...value.split(',').map((each) => each.trim())]
}

function whole(value: string): number {
  if (!/^-?\d{1,10}$/.test(value)) throw new InvalidArgumentError('It is no whole number.')
  return Number(value)
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('It is no whole number from 1 to 9999.')
  return Number(value)
}

function url(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new InvalidArgumentError('It is no http or https URL.')
  return value.replace(/\/+$/, '')
}

/** Reads an instant for commander. */
export function instant(value: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError('It is no instant like 2026-01-05T09:00:00Z.')
  }
  return value
}
