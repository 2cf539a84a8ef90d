import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { openCredentials } from '../../exchanges/credentials.ts'
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
import type { Host } from '../host.ts'

const SEED = 1

/** The result of one check of a document. */
export interface WatchResult {
  readonly milliseconds: number
  /** The reason why the document could not be checked. */
  readonly failure?: string
  readonly documentFindings: readonly DocumentFinding[]
  /** Generated files that were written, relative to the working directory. */
  readonly written: readonly string[]
  /** The run of the changed operations; absent if none changed or the document has errors. */
  readonly run?: RunReport
  /** The findings of the last run of each unchanged operation. */
  readonly unchanged: ReadonlyMap<string, readonly FindingReport[]>
}

/** A watched API, with the result of its last check. */
export interface WatchedApi {
  readonly api: SpecFolder
  /** Every file of the document that could be read, absolute. */
  files(): readonly string[]
  /** Reads, validates, generates, and runs the changed operations on a mock. Throws only for internal errors. */
  check(): Promise<WatchResult>
}

/** Starts watching an API; the first check runs every operation. */
export function watchedApi(api: SpecFolder, reading: DocumentOptions, host: Host): WatchedApi {
  let files: readonly string[] = [resolve(api.document)]
  let texts: ReadonlyMap<string, string> = new Map()
  const found = new Map<string, readonly FindingReport[]>()

  const work = async (document: Document): Promise<Omit<WatchResult, 'milliseconds'>> => {
    // Prism starts slowly, so it starts while the document is validated.
    const opening = startMock(api, document, host)
    try {
      const operations = listOperations(document)
      const documentFindings = await listDocumentFindings(document)
      const nothing = { documentFindings, written: [], unchanged: new Map<string, readonly FindingReport[]>() }
      if (documentFindings.some(({ level }) => level === 'error')) return nothing
      const written = await regenerate(api, document)
      const now = textsOfOperations(document, operations)
      const changed = changedOperations(operations, texts, now)
      const unchanged = new Map(
        operations.filter((each) => !changed.includes(each)).map(({ id }) => [id, found.get(id) ?? []]),
      )
      if (changed.length === 0) return { documentFindings, written, unchanged }
      const run = await runChanged(await opening, { api, document, operations: changed, host })
      for (const { id } of changed) {
        found.set(
          id,
          run.findings.filter((finding) => finding.operation === id),
        )
      }
      texts = now
      return { documentFindings, written, unchanged, run }
    } finally {
      const opened = await opening
      if (!(opened instanceof ContractError)) await opened.close()
    }
  }

  return {
    api,
    files: () => files,
    check: async () => {
      const begun = host.elapsed()
      const took = (): number => host.elapsed() - begun
      try {
        const document = readApiDocument(api.document, reading)
        const parts = [...document.resources.keys()].map((url) => fileURLToPath(url))
        files = [...parts, ...document.overlays.map(({ path }) => path)]
        const checked = await work(document)
        return { ...checked, milliseconds: took() }
      } catch (error) {
        if (!(error instanceof ContractError)) throw error
        return {
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

/** Starts a mock; returns the error instead of throwing it, because the mock may not be needed. */
async function startMock(api: SpecFolder, document: Document, host: Host): Promise<OpenTarget | ContractError> {
  try {
    return await mock().open({ api: api.name, document, now: DEFAULT_NOW, seed: SEED, signal: host.signal })
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
}

/** Writes the generated files that changed, if the API has generated files. */
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
  },
): Promise<RunReport> {
  if (opened instanceof ContractError) throw opened
  const { api, document, operations, host } = of
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
      signal: host.signal,
      replay: `--api ${api.name} --target mock`,
    })
  } finally {
    await credentials.close()
  }
}
