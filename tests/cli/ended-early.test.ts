import { afterEach, expect, test } from 'vitest'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'
import { inFolder } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'
import { testHost } from '../support/test-host.ts'

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const ORDERS = `
openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: size, in: query, schema: { type: string, enum: [small, large] } }]
      responses:
        '200': { description: all of them }
        '400': { description: not so }
  /bills:
    get:
      operationId: listBills
      responses:
        '200': { description: all of them }
`

/** Runs the gate with a clock that advances by one second for each request that the server receives. */
async function runSlowly(large: number, ...args: string[]): ReturnType<typeof runGate> {
  let seconds = 0
  const server = await listenHttp(({ method, url = '/' }, response) => {
    seconds += 1
    const size = new URL(url, 'http://here').searchParams.get('size')
    const status = method === 'GET' ? (size === 'large' ? large : [null, 'small'].includes(size) ? 200 : 400) : 405
    response.writeHead(status, status === 405 ? { allow: 'GET' } : {}).end()
  })
  servers.push(server)
  const options = ['--spec', 'orders.yaml', '-u', server.url, '--concurrency', '1', ...args]
  return inFolder({ 'orders.yaml': ORDERS }, () => runGate(options, testHost({ elapsed: () => seconds * 1000 })))
}

test('a run that exceeds its time budget is blocked, and the reason says how many cases were not sent', async () => {
  const { code, report, out } = await runSlowly(200, '--budget', '2')
  const [run = expect.fail('there is no run')] = report.runs
  const sent = run.cases.filter(({ status }) => status !== null).length
  expect([code, run.verdict, findingsOf(report), sent]).toEqual([2, 'blocked', [], 2])
  expect(run.because).toEqual([
    `the budget of 2 s is spent (raise it with --budget): ${run.cases.length - 2} of ${run.cases.length} cases were not sent`,
  ])
  expect(out).not.toContain('every promise that the targets could show was kept')
})

test('a run that exceeds its time budget fails if it has a finding', async () => {
  const { code, report } = await runSlowly(500, '--budget', '3')
  expect([code, findingsOf(report)]).toEqual([1, ['status_code_conformance error listOrders/responses']])
})

test('a run that ends within its time budget passes', async () => {
  const { code, report } = await runSlowly(200, '--budget', '99')
  expect([code, report.runs[0]?.because]).toEqual([0, []])
})

test('a shard is blocked if it exceeds its time budget, but not because other shards send some of the cases', async () => {
  const shard = ['--shard', '1/2']
  expect((await runSlowly(200, ...shard)).code).toBe(0)
  const { code, report } = await runSlowly(200, ...shard, '--budget', '1')
  expect([code, report.runs[0]?.because.join()]).toEqual([2, expect.stringMatching(/^the budget of 1 s is spent/)])
})

test('a run with --bail, which stops at the first finding, passes if it has no finding', async () => {
  const { code, report } = await runSlowly(200, '--bail')
  expect([code, report.runs[0]?.because]).toEqual([0, []])
})
