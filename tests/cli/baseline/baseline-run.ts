import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import type { Report, RunReport } from '../../../src/report/report.ts'
import { serve } from '../../corpus/serve.ts'
import { inFolder } from '../../support/in-folder.ts'
import { runMain, type Ran } from '../../support/run-main.ts'
import { testHost } from '../../support/test-host.ts'

/** The document of an API with three GET operations. */
export const DOCUMENT = `openapi: 3.1.0
info: { title: Library, version: 1.0.0 }
paths:
  /books/count:
    get:
      operationId: countBooks
      responses: { '200': &count { description: The number., content: { application/json: { schema: { type: object, required: [count], properties: { count: { type: integer } } } } } } }
  /authors/count:
    get:
      operationId: countAuthors
      responses: { '200': *count }
  /loans/count:
    get:
      responses: { '200': *count }
`

/** The response bodies of a correct server, by path. */
const RIGHT: Readonly<Record<string, unknown>> = {
  '/books/count': { count: 1 },
  '/authors/count': { count: 2 },
  '/loans/count': { count: 3 },
}

/** The wrong response bodies of a faulty server, by path. All other responses are correct. */
export type Faults = Readonly<Record<string, unknown>>

/** Two faults: a missing property, and a wrong type. */
export const TWO: Faults = { '/books/count': {}, '/authors/count': { count: 'two' } }

/** The result of a command, with the report that it wrote. */
export interface Gated extends Ran {
  readonly report: Report
  readonly run: RunReport
}

/** A folder with a document and a server, and functions that run the gate in it. */
export interface Workshop {
  /** Runs the gate with a baseline against a server with these faults. */
  gate(faults: Faults, ...args: string[]): Promise<Gated>
  /** Returns the text of the baseline file. */
  read(): string
  write(text: string): void
  /** Writes a reason and an owner into each new entry of the baseline. */
  sign(): void
}

/** Calls `work` in a folder with the document. For the gate, the current day is 2026-03-02. */
export function inWorkshop<T>(work: (workshop: Workshop) => Promise<T>, document = DOCUMENT): Promise<T> {
  return inFolder({ 'library.yaml': document }, async () => {
    let current: Faults = {}
    const url = await serve(({ method }, { pathname: path }) => {
      const bodies = { ...RIGHT, ...current }
      return method === 'GET' && path in bodies ? [200, bodies[path]] : [405]
    })
    const read = (): string => readFileSync('baseline.yaml', 'utf8')
    const write = (text: string): void => writeFileSync('baseline.yaml', text)
    return await work({
      read,
      write,
      sign: () => {
        write(read().replaceAll('reason: ""', 'reason: waits for release 4').replaceAll('owner: ""', 'owner: Ada'))
      },
      gate: async (faults, ...args) => {
        current = faults
        const command = ['gate', '--spec', 'library.yaml', '-u', url, '--baseline', 'baseline.yaml', ...args]
        const ran = await runMain(command, testHost({ today: '2026-03-02T09:00:00Z' }))
        const file = 'reports/contract-report.json'
        const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
        return { ...ran, report: report as Report, run: report?.runs[0] as RunReport }
      },
    })
  })
}

/** Returns an entry of a baseline file for the document of these tests, in YAML. `more` replaces or adds keys. */
export function entry(more: Readonly<Record<string, string | undefined>> = {}): string {
  const keys: Readonly<Record<string, string | undefined>> = {
    operation: 'countBooks',
    clause: 'countBooks/responses/200/content/application~1json/schema/required/count',
    rule: 'response_schema_conformance',
    reason: 'waits for release 4',
    owner: 'Ada',
    'first-seen': '2026-01-05',
    'last-seen': '2026-01-05',
    expires: '2026-06-30',
    ...more,
  }
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
  return `      - ${lines.join('\n        ')}\n`
}

/** Returns a baseline file with the given entries. */
export function baselineOf(...entries: readonly string[]): string {
  return `schemaVersion: 1\nruns:\n  - api: library\n    target: live\n    document: Library\n    failures:\n${entries.join('')}`
}
