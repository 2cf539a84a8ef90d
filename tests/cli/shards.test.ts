import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { findAnyFault } from '../../proof/faults.ts'
import { createFaultySandbox } from '../../sandbox/faulty-sandbox.ts'
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

/**
 * Runs the gate once without shards and once in `of` shards, and merges the reports of the shards. Returns all these
 * reports.
 */
async function runAndMerge(
  args: readonly string[],
  of: number,
  document = ORDERS,
): Promise<{ one: Told; shards: Told[]; merged: Told }> {
  const folder = folderWith({ 'orders.yaml': document })
  undo.push(() => folder.remove())
  const told = async (name: string, ...command: string[]): Promise<Told> => {
    const where = join(folder.path, name)
    const { code } = await runMain([...command, '--report-dir', where])
    return { code, report: JSON.parse(readFileSync(join(where, 'contract-report.json'), 'utf8')) as Report }
  }
  const gate = ['gate', '--no-validate', ...args.map((each) => each.replace('FOLDER', folder.path))]
  const one = await told('one', ...gate)
  const names = Array.from({ length: of }, (_, index) => `${index + 1}`)
  const shards: Told[] = []
  for (const name of names) shards.push(await told(name, ...gate, '--shard', `${name}/${of}`))
  const files = names.map((name) => join(folder.path, name, 'contract-report.json'))
  return { one, shards, merged: await told('merged', 'merge', ...files.toReversed()) }
}

/**
 * Returns the report without times and ports. Also leaves out the number of control requests, because each shard
 * repeats these requests.
 */
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

function plainRun({ now: _now, counts, cases, findings, ...rest }: RunReport): object {
  const { controlRequests: _controlRequests, ...counted } = counts
  return {
    ...rest,
    counts: counted,
    cases: cases.map(({ ms: _ms, ...aCase }) => aCase),
    findings: findings.map(({ exchange: _exchange, ...finding }) => finding),
  }
}

async function sandboxWith(fault?: string): Promise<string> {
  const { url, close } = await listen(
    createFaultySandbox(fault === undefined ? undefined : findAnyFault(fault), { now: DEFAULT_NOW, seed: 1 }),
  )
  undo.push(close)
  return url
}

test.each([
  ['of a correct sandbox', undefined, 4, 0],
  ['of a sandbox whose fault every shard sees', 'lobbie-status-missing', 3, 1],
  ['of a sandbox whose fault one shard sees', 'lobbie-conflict-before-validation', 5, 1],
  ['of a sandbox that stores refused updates', 'lobbie-own-slot-taken', 2, 1],
])('the merged shards %s give the same report as one run', async (_name, fault, of, code) => {
  const args = ['--api', 'lobbie', '--target', 'sandbox', '-u', await sandboxWith(fault)]
  const { one, shards, merged } = await runAndMerge(args, of)
  expect([one.code, merged.code, Math.max(...shards.map((shard) => shard.code))]).toEqual([code, code, code])
  // A shard with a failed case sends this case four more times, to find out whether the response is stable.
  const seeing = shards.filter((shard) => shard.code === 1).length
  const repeats = 4 * Math.max(0, seeing - 1)
  const whole = one.report.runs.map((run) => ({
    ...run,
    counts: { ...run.counts, requests: run.counts.requests + repeats },
  }))
  expect(plain(merged.report)).toEqual(plain({ ...one.report, runs: whole }))
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
  ['that follows its document', (size: string | null) => (['small', 'large', null].includes(size) ? 200 : 400), 0],
  ['that refuses all credentials', () => 401, 2],
])(
  'even with more shards than cases, the merged report equals the report of an unsharded run on a server %s',
  async (_name, statusFor, code) => {
    const server = await listenHttp(({ method, url = '/' }, response) => {
      const status = method === 'GET' ? statusFor(new URL(url, 'http://here').searchParams.get('size')) : 405
      const headers = { 'content-type': 'application/json', ...(status === 405 ? { allow: 'GET' } : {}) }
      response.writeHead(status, headers).end(status === 200 ? '[]' : undefined)
    })
    undo.push(server.close)
    const { one, shards, merged } = await runAndMerge(['--spec', 'FOLDER/orders.yaml', '-u', server.url], 10)
    expect(one.report.runs[0]?.cases.length).toBeLessThan(10)
    expect([one.code, merged.code]).toEqual([code, code])
    expect(plain(merged.report)).toEqual(plain(one.report))
    expect(shards.at(-1)?.code).toBe(0)
  },
)

const ORDER = `
openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 99 } }
        - { name: size, in: query, schema: { type: string, enum: [small, large] } }
      responses:
        '200': { description: it is there, content: { application/json: { schema: { type: object } } } }
        '400': { description: not so }
        '404': { description: it is not there }
  /bills:
    get:
      operationId: listBills
      responses:
        '200': { description: all of them, content: { application/json: { schema: { type: object } } } }
`
const UNDOCUMENTED = ORDER.replace("        '404': { description: it is not there }\n", '')

type Answers = (id: string, size: string | null) => number

/** A correct server. It stores only order 7, and refuses an unknown size in the query. */
const keeps: Answers = (id, size) => (id !== '7' ? 404 : ['small', 'large', null].includes(size) ? 200 : 400)

async function ordersServer(statusFor: Answers): Promise<string> {
  const server = await listenHttp(({ method, url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://here')
    const [, kind, id = ''] = pathname.split('/')
    const status = method !== 'GET' ? 405 : kind === 'bills' ? 200 : statusFor(id, searchParams.get('size'))
    const headers = { 'content-type': 'application/json', ...(status === 405 ? { allow: 'GET' } : {}) }
    response.writeHead(status, headers).end(status === 200 ? '{}' : undefined)
  })
  undo.push(server.close)
  return server.url
}

describe('an operation that returns only 404 in one shard', () => {
  const told: readonly [name: string, document: string, statusFor: Answers, code: number][] = [
    ['passed, if another shard gets a 200', ORDER, keeps, 0],
    ['passed with drift, if another shard gets a 200 and the document has no 404', UNDOCUMENTED, keeps, 0],
    ['blocked, if no shard gets a 200', ORDER, () => 404, 2],
    ['blocked, if no shard gets a 200 and the document has no 404', UNDOCUMENTED, () => 404, 2],
    ['blocked, if the other shards get only 401', ORDER, (id) => (id === '7' ? 401 : 404), 2],
    [
      'blocked, if the other shards get only 400',
      ORDER,
      (_id, size) => (['small', 'large', null].includes(size) ? 404 : 400),
      2,
    ],
  ]
  test.each(told.flatMap((each) => [2, 3, 9].map((of) => [...each, of] as const)))(
    'gets the same verdict as in one run: %s',
    async (_name, document, statusFor, code, of) => {
      const args = ['--spec', 'FOLDER/orders.yaml', '-u', await ordersServer(statusFor), '--param', 'id=7']
      const { one, shards, merged } = await runAndMerge(args, of, document)
      expect([one.code, merged.code]).toEqual([code, code])
      expect(plain(merged.report)).toEqual(plain(one.report))
      const levels = one.report.runs.flatMap(({ findings }) => findings.map(({ level }) => level))
      if (code === 0) expect(levels.includes('drift')).toBe(document === UNDOCUMENTED)
      // If the whole run does not fail (exit code 0 or 2), no shard may fail (exit code 1), not even a shard that gets
      // only 404 for the operation.
      if (code !== 1) expect(shards.map((shard) => shard.code)).not.toContain(1)
      // On a correct server, every shard must pass.
      if (code === 0) expect(shards.map((shard) => shard.code)).toEqual(shards.map(() => 0))
    },
  )

  test('is reported with the statuses of all shards if no shard gets a 200', async () => {
    const url = await ordersServer((id) => (id === '7' ? 401 : 404))
    const { merged } = await runAndMerge(['--spec', 'FOLDER/orders.yaml', '-u', url, '--param', 'id=7'], 3, ORDER)
    expect(merged.report.runs[0]?.because.join()).toContain(
      `every response to a valid request of getOrder is 401 or 404, so nothing of this operation could be checked: document this status, or find out why the server refuses these credentials; give values that exist with --param id=…`,
    )
  })
})
