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
import type { Api } from '../apis.ts'
import { changedOperations, textsOfOperations } from './changed-operations.ts'
import { readApiDocument, type Overlays } from '../overlay-options.ts'
import type { Host } from '../host.ts'

const SEED = 1

/** What one look at a document came to. */
export interface WatchResult {
  readonly milliseconds: number
  /** Why the document cannot be worked with at all. */
  readonly failure?: string
  readonly documentFindings: readonly DocumentFinding[]
  /** Generated files that were written, relative to the working directory. */
  readonly written: readonly string[]
  /** Of the operations that changed; absent where none did, or where the document has errors. */
  readonly run?: RunReport
  /** Operations of which nothing new is said, by what they came to when they were last run. */
  readonly asBefore: ReadonlyMap<string, readonly FindingReport[]>
}

/** One api that is watched: what it last said of each operation, and what came of that. */
export interface WatchedApi {
  readonly api: Api
  /** Every file of the document, absolute, as far as it could be read. */
  files(): readonly string[]
  /** Reads, validates, generates, and runs what changed against a mock. Throws only for a fault of ours. */
  look(): Promise<WatchResult>
}

/** Begins with nothing known, so that the first look is at everything. */
export function watchedApi(api: Api, overlays: Overlays, host: Host): WatchedApi {
  let files: readonly string[] = [resolve(api.document)]
  let said: ReadonlyMap<string, string> = new Map()
  const found = new Map<string, readonly FindingReport[]>()

  const work = async (document: Document): Promise<Omit<WatchResult, 'milliseconds'>> => {
    // Prism reads the file for itself, and meanwhile there is enough to do.
    const opening = openQuietly(api, document, host)
    try {
      const operations = listOperations(document)
      const documentFindings = await listDocumentFindings(document)
      const nothing = { documentFindings, written: [], asBefore: new Map<string, readonly FindingReport[]>() }
      if (documentFindings.some(({ level }) => level === 'error')) return nothing
      const written = await regenerate(api, document)
      const now = textsOfOperations(document, operations)
      const changed = changedOperations(operations, said, now)
      const asBefore = new Map(
        operations.filter((each) => !changed.includes(each)).map(({ id }) => [id, found.get(id) ?? []]),
      )
      if (changed.length === 0) return { documentFindings, written, asBefore }
      const run = await runOn(await opening, { api, document, operations: changed, host })
      for (const { id } of changed) {
        found.set(
          id,
          run.findings.filter((finding) => finding.operation === id),
        )
      }
      said = now
      return { documentFindings, written, asBefore, run }
    } finally {
      const opened = await opening
      if (!(opened instanceof ContractError)) await opened.close()
    }
  }

  return {
    api,
    files: () => files,
    look: async () => {
      const begun = host.elapsed()
      const took = (): number => host.elapsed() - begun
      try {
        const document = readApiDocument(api.document, overlays)
        const parts = [...document.resources.keys()].map((url) => fileURLToPath(url))
        files = [...parts, ...document.overlays.map(({ path }) => path)]
        const looked = await work(document)
        return { ...looked, milliseconds: took() }
      } catch (error) {
        if (!(error instanceof ContractError)) throw error
        return {
          milliseconds: took(),
          failure: error.message,
          documentFindings: [],
          written: [],
          asBefore: new Map(),
        }
      }
    },
  }
}

/** A mock that did not start is told when it is asked for, and not before. */
async function openQuietly(api: Api, document: Document, host: Host): Promise<OpenTarget | ContractError> {
  try {
    return await mock().open({ api: api.name, document, now: DEFAULT_NOW, seed: SEED, signal: host.signal })
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
}

/** Writes the generated files that differ, where generated code is kept at all. */
async function regenerate(api: Api, document: Document): Promise<string[]> {
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

async function runOn(
  opened: OpenTarget | ContractError,
  of: {
    readonly api: Api
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
