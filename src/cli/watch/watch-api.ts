import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { openCredentials } from '../../exchanges/credentials/credentials.ts'
import { readPolicy } from '../../run/policy.ts'
import { listOperations } from '../../operations/list-operations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { FindingReport, RunReport } from '../../report/report.ts'
import { runClock, DEFAULT_NOW } from '../../run/run-clock.ts'
import { runContract } from '../../run/run-contract.ts'
import { mock } from '../../targets/mock.ts'
import type { OpenTarget } from '../../targets/named-target.ts'
import { listDocumentFindings } from '../../validation/validate-document.ts'
import type { DocumentFinding } from '../../validation/document-finding.ts'
import { rules } from '../../rules/rules.ts'
import type { SpecFolder } from '../apis.ts'
import { changedOperations, textsOfOperations } from './changed-operations.ts'
import { readApiDocument, type DocumentOptions } from '../document-options.ts'
import type { Host } from '../host/host.ts'

const SEED = 1

/** The result of checking a document once. */
export interface WatchResult {
  readonly milliseconds: number
  /** The reason why the document could not be checked. Absent if it was checked. */
  readonly failure?: string
  readonly documentFindings: readonly DocumentFinding[]
  /** The generated files that were written, relative to the working directory. */
  readonly written: readonly string[]
  /** The run that tested the changed operations. Absent if no operation has changed, or if the document has errors. */
  readonly run?: RunReport
  /** The time at which `run` started, as `HH:MM:SS` in UTC. */
  readonly at: string
  /** The last result of each operation that has not changed. */
  readonly unchanged: ReadonlyMap<string, LastRun>
}

/** The findings about an operation in its last run, and the time at which this run started. */
export interface LastRun {
  readonly findings: readonly FindingReport[]
  readonly at: string
}

/** An API that is watched, and the result of its last check. */
export interface WatchedApi {
  readonly api: SpecFolder
  /** Returns the absolute paths of all files of the document. */
  files(): readonly string[]
  /**
   * Validates the document, writes generated files, and tests the changed operations on a mock. If a file is saved
   * during the check, or if `overtaken` aborts, returns undefined, because the result would mix two versions. Throws
   * only internal errors.
   */
  check(overtaken: AbortSignal): Promise<WatchResult | undefined>
}

/** Watches an API. The first check tests all operations. */
export function watchedApi(api: SpecFolder, reading: DocumentOptions, host: Host): WatchedApi {
  let files: readonly string[] = [resolve(api.document)]
  let texts: ReadonlyMap<string, string> = new Map()
  const lastRuns = new Map<string, LastRun>()

  type Checked = Omit<WatchResult, 'milliseconds' | 'at'>
  const work = async (document: Document, at: string, signal: AbortSignal): Promise<Checked> => {
    // Prism takes long to start, so it is started before the document is validated.
    const opening = startMock(api, document, host)
    try {
      const operations = listOperations(document)
      const documentFindings = await listDocumentFindings(document)
      const nothing = { documentFindings, written: [], unchanged: new Map<string, LastRun>() }
      if (documentFindings.some(({ level }) => level === 'error')) return nothing
      const written = await regenerate(api, document)
      const now = textsOfOperations(document, operations)
      const changed = changedOperations(operations, texts, now)
      const unchanged = new Map(
        operations
          .filter((each) => !changed.includes(each))
          .map(({ id }) => [id, lastRuns.get(id) ?? { findings: [], at }] as const),
      )
      if (changed.length === 0) return { documentFindings, written, unchanged }
      const run = await runChanged(await opening, { api, document, operations: changed, host, signal })
      // Only a passed or failed run gives results. After any other verdict, the next check tests the same operations
      // again.
      if (!signal.aborted && (run.verdict === 'passed' || run.verdict === 'failed')) {
        for (const { id } of changed) {
          lastRuns.set(id, { findings: run.findings.filter((finding) => finding.operation === id), at })
        }
        texts = now
      }
      return { documentFindings, written, unchanged, run }
    } finally {
      const opened = await opening
      if (!(opened instanceof ContractError)) await opened.close()
    }
  }

  return {
    api,
    files: () => files,
    check: async (overtaken) => {
      const at = host.today().slice(11, 19)
      const before = stampsOf([resolve(api.document)])
      const begun = host.elapsed()
      const took = (): number => host.elapsed() - begun
      try {
        const document = readApiDocument(api.document, reading)
        const parts = [...document.resources.keys()].map((url) => fileURLToPath(url))
        files = [...parts, ...document.overlays.map(({ path }) => path)]
        const known = stampsOf(files)
        const checked = await work(document, at, AbortSignal.any([overtaken, host.signal]))
        const isOvertaken = overtaken.aborted || known !== stampsOf(files)
        return isOvertaken ? undefined : { ...checked, milliseconds: took(), at }
      } catch (error) {
        if (!(error instanceof ContractError)) throw error
        if (overtaken.aborted || before !== stampsOf([resolve(api.document)])) return undefined
        return {
          at,
          milliseconds: took(),
          failure: error.message,
          documentFindings: [],
          written: [],
          unchanged: new Map(),
        }
      }
    },
  }
}

/** Returns a text that changes as soon as one of the files is written or replaced. */
function stampsOf(files: readonly string[]): string {
  return files
    .map((file) => {
      const { mtimeMs, size, ino } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0, ino: 0 }
      return `${mtimeMs} ${size} ${ino}`
    })
    .join('\n')
}

/**
 * Starts a mock. If this fails, returns the error instead of throwing it, because it may turn out that no operation
 * needs the mock.
 */
async function startMock(api: SpecFolder, document: Document, host: Host): Promise<OpenTarget | ContractError> {
  try {
    return await mock().open({ api: api.name, document, now: DEFAULT_NOW, seed: SEED, signal: host.signal })
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
}

/** Writes the generated files whose text has changed. Does nothing if the API has no generated files. */
async function regenerate(api: SpecFolder, document: Document): Promise<string[]> {
  const { generateAll, GENERATED, staleFiles } = await import('../../generate/generate-all.ts')
  if (!existsSync(join(GENERATED, api.name))) return []
  const files = await generateAll({ apis: [{ name: api.name, document }] })
  const stale = new Set(staleFiles(files).map(({ file }) => file))
  const written = files.filter(({ path }) => stale.has(`${GENERATED}/${path}`))
  for (const { path, text } of written) {
    const file = join(GENERATED, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return written.map(({ path }) => `${GENERATED}/${path}`)
}

async function runChanged(
  opened: OpenTarget | ContractError,
  of: {
    readonly api: SpecFolder
    readonly document: Document
    readonly operations: readonly Operation[]
    readonly host: Host
    readonly signal: AbortSignal
  },
): Promise<RunReport> {
  if (opened instanceof ContractError) throw opened
  const { api, document, operations, host, signal } = of
  const { target } = opened
  const credentials = openCredentials({ baseUrl: target.baseUrl, elapsed: () => host.elapsed() })
  try {
    return await runContract({
      api: api.name,
      document,
      operations,
      target,
      credentials,
      clock: runClock(DEFAULT_NOW, () => host.elapsed()),
      policy: readPolicy(api.policy),
      rules,
      seed: SEED,
      parameters: {},
      concurrency: 8,
      allowDestructive: false,
      bail: false,
      signal,
      replay: `--api ${api.name} --target mock`,
    })
  } finally {
    await credentials.close()
  }
}
