import { readDocument } from '../document/read-document.ts'
import type { Document } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { openCredentials } from '../exchanges/credentials.ts'
import { decideAll, exitCodeOf } from '../gate/decide.ts'
import { readPolicy } from '../gate/policy.ts'
import type { TargetKind } from '../operations/annotations.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import type { Report, RunReport } from '../report/report.ts'
import { targetOf } from '../targets/targets.ts'
import { runContract } from '../run/run-contract.ts'
import { DEFAULT_NOW, runClock } from '../run/run-clock.ts'
import type { RunEvent } from '../run/run-event.ts'
import { chooseApis, type Api } from './apis.ts'
import type { GateOptions } from './gate-options.ts'
import { toolVersion } from './package-root.ts'
import { failedRun } from './failed-run.ts'
import { showProgress } from './show-progress.ts'
import { writeReports } from './write-reports.ts'
import type { World } from './world.ts'

/** Runs the gate over every api and target that was asked for, tells it, and gives the exit code. */
export async function runGate(options: GateOptions, world: World): Promise<number> {
  const startedAt = world.today()
  const begun = world.elapsed()
  const work = chooseApis(options.api).flatMap((api) => {
    const document = readDocument(api.document)
    const operations = chooseOperations(document, options.operation)
    return options.target.map((kind) => ({ api, document, operations, kind }))
  })
  const progress = showProgress(world)
  const runs = await Promise.all(work.map((each) => runOne({ ...each, options, world, listen: progress.listen })))
  progress.end()
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'contract-gate', version: toolVersion() },
    startedAt,
    durationMs: Math.round(world.elapsed() - begun),
    seed: options.seed,
    now: options.now ?? DEFAULT_NOW,
    verdict: decideAll(runs),
    runs,
  }
  writeReports(report, options, world)
  return exitCodeOf(report, options.strict)
}

interface One {
  readonly api: Api
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly kind: TargetKind
  readonly options: GateOptions
  readonly world: World
  readonly listen: (event: RunEvent) => void
}

/** One api against one target. What keeps it from running is told in its report, and the others go on. */
async function runOne(one: One): Promise<RunReport> {
  const { api, document, operations, kind, options, world, listen } = one
  const now = options.now ?? DEFAULT_NOW
  const { seed, baseUrl, concurrency, rules } = options
  const failed = (error: unknown): RunReport => {
    if (error instanceof ContractError) return failedRun({ api: api.name, document, operations, kind, now, error })
    throw error
  }
  try {
    const policy = readPolicy(api.policy)
    const opened = await targetOf(kind, baseUrl).open({ api: api.name, document, now, seed, signal: world.signal })
    const credentials = openCredentials({ baseUrl: opened.target.baseUrl, elapsed: () => world.elapsed() })
    try {
      const run = await runContract(
        {
          api: api.name,
          document,
          operations,
          target: opened.target,
          credentials,
          clock: runClock(now, () => world.elapsed()),
          seed,
          parameters: {},
          concurrency,
          policy,
          rules,
          filter: (path) => options.only === undefined || path === options.only,
        },
        listen,
      )
      if (!world.signal.aborted) return run
      return failed(
        new ContractError('target-down', { what: 'the run was stopped from outside', next: 'run it again' }),
      )
    } finally {
      await credentials.close()
      await opened.close()
    }
  } catch (error) {
    return failed(error)
  }
}

/** The operations of a document by their ids, all without any. Throws `unknown-operation`. */
export function chooseOperations(document: Document, ids: readonly string[]): Operation[] {
  const operations = listOperations(document)
  if (operations.length === 0) {
    throw new ContractError('document-invalid', {
      what: 'it has no operation',
      where: document.file,
      next: 'add one under paths',
    })
  }
  const chosen = ids.length === 0 ? operations : operations.filter((operation) => ids.includes(operation.id))
  if (chosen.length > 0) return chosen
  throw new ContractError('unknown-operation', {
    what: ids.join(', '),
    where: document.file,
    next: `choose from ${operations.map((operation) => operation.id).join(', ')}`,
  })
}
