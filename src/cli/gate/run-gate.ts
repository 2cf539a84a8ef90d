import { basename, dirname, join } from 'node:path'
import type { Document } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { openCredentials } from '../../exchanges/credentials/credentials.ts'
import { runName } from '../../report/texts/summarize.ts'
import { decideAll } from '../../run/decide.ts'
import { exitOf } from '../../report/exit-of.ts'
import { readPolicy, withMinCoverage, type Policy } from '../../run/policy.ts'
import type { TargetKind } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { GraphCorrections } from '../../journeys/operation-graph.ts'
import type { Report, RunReport } from '../../report/report.ts'
import { addRun, printAssumptions, readAssumptions, withRecords } from '../../run/assumptions/keep-assumptions.ts'
import { rules as allRules } from '../../rules/rules.ts'
import { runContract } from '../../run/run-contract.ts'
import { DEFAULT_NOW, runClock } from '../../run/run-clock.ts'
import type { RunEvent } from '../../run/run-event.ts'
import type { NamedTarget } from '../../targets/named-target.ts'
import { targetOf } from '../../targets/targets.ts'
import { withoutSandbox } from './without-sandbox.ts'
import { chooseApis } from '../apis.ts'
import { openBaseline, type OpenBaseline } from '../baseline/use-baseline.ts'
import { chooseOperations } from './choose-operations.ts'
import { connectionOf } from './connection-options.ts'
import { graphCorrections } from '../graph-corrections.ts'
import { failedRun } from './failed-run.ts'
import type { GateOptions } from './gate-options.ts'
import { settleParameters, type SettledParameters } from './settle-parameters.ts'
import { readApiDocument } from '../document-options.ts'
import { replayOptions } from './replay-options.ts'
import { checkReportFolder, writable, writeNewFile } from '../report-folder.ts'
import { toolVersion } from '../package-root.ts'
import { showProgress } from './show-progress.ts'
import type { Host } from '../host/host.ts'

/** The API and the target of one run. */
export interface Work {
  readonly api: string
  /** The path of the document, in the form that the user gave. */
  readonly file: string
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly kind: TargetKind
  /** The path of the `policy.yaml` next to the document, even if this file does not exist. */
  readonly policyFile: string
  readonly parameters: SettledParameters
  /**
   * Settings of `contract.config.yaml` that correct the graph of operations: which operation supplies the ids for a
   * path.
   */
  readonly graph: GraphCorrections
}

/** Returns one item for each chosen pair of API and target. Throws if a document cannot be read. */
export function listWork(options: GateOptions): Work[] {
  const { spec, target } = options
  const apis =
    spec === undefined
      ? chooseApis(options.api).map(({ name, document }) => ({ name, file: document }))
      : [{ file: spec }]
  const read = apis.map((api) => {
    const document = readApiDocument(api.file, { ...options.reading, keepsBroken: true })
    return { name: apiNameOf(api.file, document), ...api, document }
  })
  const chosen = chooseOperations(
    read.map(({ document }) => document),
    options,
  )
  return read.flatMap(({ name, file, document }) => {
    const operations = chosen.get(document) ?? []
    if (operations.length === 0) return []
    const parameters = settleParameters(operations, options)
    const policyFile = join(dirname(file), 'policy.yaml')
    const graph = graphCorrections(name, document)
    return target.map((kind) => ({ api: name, file, document, operations, kind, policyFile, parameters, graph }))
  })
}

/**
 * Returns a name for an API: the file name of its document without the extension. If this is a common name such as
 * `openapi`, returns the name of the folder instead. If such a document is in the working directory, returns
 * `info.title`.
 */
export function apiNameOf(file: string, { title }: Document): string {
  const name = basename(file).replace(/\.(ya?ml|json)$/i, '')
  if (!/^(openapi|swagger|index|spec)$/i.test(name)) return name
  const folder = basename(dirname(file))
  if (/\w/.test(folder)) return folder
  return /\w/.test(title) ? title.trim() : name
}

/** Runs the gate for all chosen APIs and targets, writes the reports, and returns the exit code. */
export async function runGate(options: GateOptions, host: Host): Promise<number> {
  const startedAt = host.today()
  const begun = host.elapsed()
  checkReportFolder(options.reportDir)
  const { work, skipped } = await withoutSandbox(listWork(options), options)
  for (const line of skipped) host.stderr.write(`${line}\n`)
  // If the configuration or a file of assumptions is invalid, the command fails here, before it writes a report.
  for (const each of work) if (isConfigured(each.kind, options)) await targetFor(each, options, host)
  for (const { api, kind } of work) {
    const file = assumptionsFile(api, kind, options)
    if (file !== undefined) readAssumptions(file)
  }
  for (const note of notesOf(work)) host.stderr.write(`note: ${note}\n`)
  const baseline = baselineOf(work, options, host)
  const progress = showProgress(host, work.length)
  const done = await Promise.all(work.map((each) => runOne({ ...each, options, host, listen: progress.listen })))
  progress.end()
  const kept = done.map((run) => keepAssumptions(run, options))
  const runs = options.only === undefined ? kept : withCase(kept, options.only)
  const judged: Report = {
    schemaVersion: 2,
    tool: { name: 'contract-gate', version: toolVersion() },
    startedAt,
    durationMs: Math.round(host.elapsed() - begun),
    seed: options.seed,
    now: options.now ?? (options.target.every((kind) => kind === 'live') ? startedAt : DEFAULT_NOW),
    ...(options.shard === undefined ? {} : { shard: options.shard }),
    ...(options.plan === 'default' ? {} : { plan: options.plan }),
    ...filtersOf(options),
    ...(options.showValues ? { showsValues: true as const } : {}),
    verdict: decideAll(runs),
    runs,
  }
  const report = baseline?.apply(judged) ?? judged
  const { writeReports } = await import('../write-reports.ts')
  writeReports(report, options, host)
  await writeCorrections(done, work, options, host)
  if (options.whatIf) await import('./write-what-if.ts').then((found) => found.writeWhatIf(done, work, options, host))
  await baseline?.update(report)
  return exitOf(report, options.strict)
}

/**
 * Opens the file of `--baseline`. Returns undefined for a replayed case and for a shard, because these use no baseline.
 */
function baselineOf(work: readonly Work[], options: GateOptions, host: Host): OpenBaseline | undefined {
  const { baseline, spec, only, shard, strict, minCoverage, noWrites, baselineUpdate: isUpdate } = options
  if (baseline === undefined || only !== undefined) return undefined
  if (shard !== undefined) {
    host.stderr.write('note: a shard is judged without --baseline; give the file to `contract-gate merge`\n')
    return undefined
  }
  const runs = work.map((each) => ({ api: each.api, target: each.kind, document: each.document.title }))
  const policyOf = (run: RunReport): Policy => {
    const own = work.find((each) => each.api === run.api && each.kind === run.target)
    return withMinCoverage(readPolicy(own?.policyFile ?? ''), minCoverage)
  }
  const apis = spec === undefined ? { apis: chooseApis([]).map(({ name }) => name) } : {}
  const use = { isUpdate, ...apis, strict, policyOf, isWhole: !noWrites }
  return openBaseline(baseline, runs, use, host)
}

/**
 * Returns the part of the report that says whether the user restricted the tested operations, the writes or the rules.
 */
function filtersOf({ operation, excludeOperation, tag, path, noWrites, rules }: GateOptions): Pick<Report, 'filters'> {
  const isFiltered = [operation, excludeOperation, tag, path].some((each) => each.length > 0)
  const isPartOfRules = rules.length < allRules.length
  if (!isFiltered && !isPartOfRules && !noWrites) return {}
  return {
    filters: {
      ...(isFiltered ? { operations: true } : {}),
      ...(noWrites ? { writes: true } : {}),
      ...(isPartOfRules ? { checks: rules.map(({ id }) => id) } : {}),
    },
  }
}

/**
 * Records the result of a complete live run in `live/<api>.assumptions.json`. This requires that `contract.config.yaml`
 * describes the server, or that the user gave a folder for these files.
 */
function keepAssumptions(run: RunReport, options: GateOptions): RunReport {
  const file = assumptionsFile(run.api, run.target, options)
  const isWhole = options.only === undefined && options.shard === undefined && run.verdict !== 'error'
  if (file === undefined || run.assumptions === undefined || !isWhole) return run
  const records = addRun(readAssumptions(file), run)
  writable(dirname(file), () => writeNewFile(file, printAssumptions(run.api, records)))
  return withRecords(run, records)
}

/**
 * Writes `corrections.overlay.yaml` if a live server disproved assumptions. If there are several APIs, writes one file
 * per API, named `<api>.corrections.overlay.yaml`.
 */
async function writeCorrections(
  runs: readonly RunReport[],
  work: readonly Work[],
  { reportDir }: GateOptions,
  host: Host,
): Promise<void> {
  const disproved = runs.flatMap((run, index) => {
    const isDisproved = run.assumptions?.some(({ state }) => state === 'disproved') === true
    const document = work[index]?.document
    return isDisproved && document !== undefined ? [{ run, document }] : []
  })
  if (disproved.length === 0) return
  const { correctDocument } = await import('../../run/assumptions/correct-document.ts')
  for (const { run, document } of disproved) {
    const name = disproved.length === 1 ? 'corrections' : `${run.api}.corrections`
    const file = join(reportDir, `${name}.overlay.yaml`)
    const text = correctDocument(run, document, file)
    if (text !== undefined) writable(reportDir, () => writeNewFile(file, text))
    host.stderr.write(`${runName(run)}: ${file} corrects the disproved assumptions; use it with --overlay.\n`)
  }
}

function assumptionsFile(api: string, kind: TargetKind, options: GateOptions): string | undefined {
  const folder = options.assumptions ?? (isConfigured(kind, options) ? 'live' : undefined)
  return kind !== 'live' || folder === undefined ? undefined : join(folder, `${api}.assumptions.json`)
}

/** Returns the notes about the options. Leaves out repeated notes. */
export function notesOf(work: readonly Work[]): readonly string[] {
  return [...new Set(work.flatMap(({ parameters }) => parameters.notes))]
}

/** Returns the runs that contain the case to replay. Throws `unknown-case` if there is no such run. */
function withCase(runs: readonly RunReport[], path: string): RunReport[] {
  const having = runs.filter(({ verdict, counts }) => verdict === 'error' || counts.cases > 0)
  if (having.length > 0) return having
  throw new ContractError('unknown-case', {
    what: path,
    where: runs.map(({ api, target }) => `${api} on ${target}`).join(', '),
    next: '`contract-gate gate --dry-run` lists the cases and their paths, such as `updateOrder/negative/body/type/null`',
  })
}

interface One extends Work {
  readonly options: GateOptions
  readonly host: Host
  readonly listen: (event: RunEvent) => void
}

/**
 * Runs one API against one target. If the run cannot start, returns a report with the reason, so that the other runs
 * continue.
 */
async function runOne(one: One): Promise<RunReport> {
  const { api, document, operations, kind, options, host, listen } = one
  const now = nowFor(kind, options, host)
  const { seed, tokenUrl } = options
  const failed = (error: unknown): RunReport => {
    if (!(error instanceof ContractError)) throw error
    const { baseUrl } = options
    const where = baseUrl === undefined ? {} : { baseUrl }
    return failedRun({ api, document, operations, kind, now, error, ...where })
  }
  try {
    const policy = withMinCoverage(readPolicy(one.policyFile), options.minCoverage)
    const longest = options.requestTimeoutMilliseconds
    const limits = {
      totalMilliseconds: longest,
      headerMilliseconds: longest,
      idleMilliseconds: longest,
      ...(kind === 'live' ? { connection: connectionOf(options.tls, host.env) } : {}),
    }
    const opened = await (
      await targetFor({ kind, api, file: one.file }, options, host)
    ).open({ api, document, now, seed, limits, signal: host.signal })
    const credentials =
      opened.credentials ??
      openCredentials({
        baseUrl: opened.target.baseUrl,
        elapsed: () => host.elapsed(),
        limits,
        signal: host.signal,
        ...(tokenUrl === undefined ? {} : { tokenUrl }),
      })
    let run: RunReport
    try {
      run = await runContract(
        {
          ...optionsOfRun(options),
          ...(options.whatIf && kind !== 'mock'
            ? {
                whatIf: (lastOverlay: string) =>
                  readApiDocument(one.file, { ...options.reading, keepsBroken: true, lastOverlay }),
              }
            : {}),
          // The server in `contract.config.yaml` has only few test objects and limits the rate of requests. For this
          // reason, only one case runs at a time.
          ...(isConfigured(kind, options) ? { concurrency: 1 } : {}),
          showValues: options.showValues || isShipped(kind, options),
          parameters: one.parameters.values,
          graph: one.graph,
          documentErrors: options.validate ? () => errorsOf(document) : () => Promise.resolve([]),
          api,
          document,
          operations,
          target: opened.target,
          credentials,
          clock: runClock(now, () => host.elapsed()),
          policy,
          signal: host.signal,
          replay: replayOptions(one),
        },
        listen,
      )
    } finally {
      await credentials.close()
      await opened.close()
      for (const note of opened.notes?.() ?? []) host.stderr.write(`${api} on ${kind}: ${note}\n`)
    }
    return unlessUnfinished(run, opened.unfinished?.())
  } catch (error) {
    return failed(error)
  }
}

/** Returns the errors of a document. The module with the checks is large, so it is loaded only here. */
async function errorsOf(document: Document): Promise<readonly string[]> {
  const { documentErrors } = await import('./document-errors.ts')
  return documentErrors(document)
}

/**
 * Adds `because`, the reason why a run did not finish. Returns a finished run unchanged. If no clause failed, the
 * verdict becomes `error`, because the run proves nothing.
 */
function unlessUnfinished(run: RunReport, because: string | undefined): RunReport {
  if (because === undefined) return run
  return { ...run, verdict: run.verdict === 'failed' ? 'failed' : 'error', because: [because, ...run.because] }
}

/**
 * True if the gate starts the server itself, and the user gave no URL and no parameters. All values are then generated,
 * so reports may show them.
 */
function isShipped(kind: TargetKind, { baseUrl, parameters }: GateOptions): boolean {
  return kind !== 'live' && baseUrl === undefined && Object.keys(parameters).length === 0
}

/**
 * Returns the time at which the clock of the run starts. For a live server, this is the real time. Otherwise it is a
 * fixed time.
 */
function nowFor(kind: TargetKind, options: Pick<GateOptions, 'now'>, host: Pick<Host, 'today'>): string {
  return options.now ?? (kind === 'live' ? host.today() : DEFAULT_NOW)
}

/** True if the target is the server described in `contract.config.yaml`. */
function isConfigured(kind: TargetKind, { baseUrl }: Pick<GateOptions, 'baseUrl'>): boolean {
  return kind === 'live' && baseUrl === undefined
}

/** Opens a target with the settings from the options and from `contract.config.yaml`. */
export async function targetFor(
  { kind, api, file }: Pick<Work, 'kind' | 'api' | 'file'>,
  options: GateOptions,
  host: Host,
): Promise<NamedTarget> {
  if (isConfigured(kind, options)) {
    const { configuredTarget } = await import('../live/configured-target.ts')
    return configuredTarget({ api, file, writesNothing: options.noWrites, host })
  }
  const { baseUrl, headers, credentials, otherHeaders, setup } = options
  return targetOf(kind, {
    headers,
    credentials,
    otherHeaders,
    ...(baseUrl === undefined ? {} : { url: baseUrl }),
    ...(setup === undefined ? {} : { setup }),
  })
}

function optionsOfRun(options: GateOptions) {
  const { seed, concurrency, rules, allowDestructive, plan, bail, showValues } = options
  const { only, explore, shard, budgetSeconds, ratePerSecond } = options
  return {
    seed,
    concurrency,
    rules,
    allowDestructive,
    plan,
    bail,
    showValues,
    ...(only === undefined ? {} : { only }),
    ...(explore === undefined ? {} : { explore }),
    ...(shard === undefined ? {} : { shard }),
    ...(budgetSeconds === undefined ? {} : { budgetMilliseconds: budgetSeconds * 1000 }),
    ...(ratePerSecond === undefined ? {} : { ratePerSecond }),
  }
}
