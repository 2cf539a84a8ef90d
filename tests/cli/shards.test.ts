import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import type { Report, RunReport } from '../../src/report/report.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'
import { listenHttp } from '../src/exchanges/servers.ts'
import { folderWith } from '../support/in-folder.ts'
import { runMain } from '../support/run-main.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each()
})

interface Told {
  readonly code: number
  readonly report: Report
}

/** A run in one piece, its shards, and what `merge` makes of them. */
async function runAndMerge(args: readonly string[], of: number): Promise<{ one: Told; shards: Told[]; merged: Told }> {
  const folder = folderWith({ 'orders.yaml': ORDERS })
  undo.push(() => folder.remove())
  const told = async (name: string, ...command: string[]): Promise<Told> => {
    const where = join(folder.path, name)
    const { code } = await runMain([...command, '--report-dir', where])
    return { code, report: JSON.parse(readFileSync(join(where, 'contract-report.json'), 'utf8')) as Report }
  }
  const gate = ['gate', ...args.map((each) => each.replace('FOLDER', folder.path))]
  const one = await told('one', ...gate)
  const names = Array.from({ length: of }, (_, index) => `${index + 1}`)
  const shards: Told[] = []
  for (const name of names) shards.push(await told(name, ...gate, '--shard', `${name}/${of}`))
  const files = names.map((name) => join(folder.path, name, 'contract-report.json'))
  return { one, shards, merged: await told('merged', 'merge', ...files.toReversed()) }
}

/** A report but for times, ports, and the requests that each shard makes for itself. */
function plain({
  startedAt: _startedAt,
  durationMs: _durationMs,
  shard: _shard,
  now: _now,
  runs,
  ...rest
}: Report): object {
  return { ...rest, runs: runs.map(plainRun) }
}

function plainRun({ latency: _latency, now: _now, counts, cases, findings, ...rest }: RunReport): object {
  const { controlRequests: _controlRequests, ...counted } = counts
  return {
    ...rest,
    counts: counted,
    cases: cases.map(({ ms: _ms, ...aCase }) => aCase),
    findings: findings.map(({ exchange: _exchange, ...finding }) => finding),
  }
}

function withoutReasons({ runs, ...rest }: Report): object {
  return { ...plain({ ...rest, runs }), runs: runs.map((run) => plainRun({ ...run, because: [] })) }
}

async function sandboxWith(fault?: string): Promise<string> {
  const { url, close } = await listen(
    createSandbox({ now: DEFAULT_NOW, seed: 1, ...(fault === undefined ? {} : { fault }) }),
  )
  undo.push(close)
  return url
}

test.each([
  ['of a sandbox that keeps its document', undefined, 4, 0],
  ['of a sandbox with one fault that every shard sees', 'lobbie-status-missing', 3, 1],
  ['of a sandbox with one fault that one shard sees', 'lobbie-conflict-before-validation', 5, 1],
  ['of a sandbox that leaves a trace', 'lobbie-own-slot-taken', 2, 1],
])('the shards %s come to the same report as one run', async (_name, fault, of, code) => {
  const args = ['--api', 'lobbie', '--target', 'sandbox', '-u', await sandboxWith(fault)]
  const { one, shards, merged } = await runAndMerge(args, of)
  expect([one.code, merged.code, Math.max(...shards.map((shard) => shard.code))]).toEqual([code, code, code])
  expect(plain(merged.report)).toEqual(plain(one.report))
  const sent = shards.map(({ report }) => pathsOf(report))
  expect(sent.flat().toSorted()).toEqual(pathsOf(one.report).toSorted())
  expect(new Set(sent.flat()).size).toBe(sent.flat().length)
})

const pathsOf = ({ runs }: Report): string[] =>
  runs.flatMap(({ cases }) => cases.filter(({ verdict }) => verdict !== 'not-run').map(({ path }) => path))

const ORDERS = `
openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: size, in: query, schema: { type: string, enum: [small, large] } }]
      responses:
        '200': { description: all of them, content: { application/json: { schema: { type: array } } } }
        '400': { description: not so }
`

test.each([
  ['that keeps its document', (size: string | null) => (['small', 'large', null].includes(size) ? 200 : 400), 0, 0],
  ['that lets nobody in', () => 401, 2, 2],
])(
  'more shards than cases come to the same report as one run, of a server %s',
  async (_name, statusFor, code, decided) => {
    const server = await listenHttp(({ method, url = '/' }, response) => {
      const status = method === 'GET' ? statusFor(new URL(url, 'http://here').searchParams.get('size')) : 405
      const headers = { 'content-type': 'application/json', ...(status === 405 ? { allow: 'GET' } : {}) }
      response.writeHead(status, headers).end(status === 200 ? '[]' : undefined)
    })
    undo.push(server.close)
    const { one, shards, merged } = await runAndMerge(['--spec', 'FOLDER/orders.yaml', '-u', server.url], 9)
    expect(one.report.runs[0]?.cases.length).toBeLessThan(9)
    expect([one.code, merged.code]).toEqual([code, code])
    // Each shard names a case that it could not judge, and the whole run its first.
    expect(withoutReasons(merged.report)).toEqual(withoutReasons(one.report))
    expect(merged.report.runs[0]?.because.slice(-decided)).toEqual(one.report.runs[0]?.because.slice(-decided))
    expect(shards.at(-1)?.code).toBe(0)
  },
)
