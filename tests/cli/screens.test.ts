import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeReports } from '../../src/cli/write-reports.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { openCredentials } from '../../src/exchanges/credentials/credentials.ts'
import { isAnswer, type RawAnswer, type TransportFailure } from '../../src/exchanges/exchange.ts'
import { mockAt, openMock, type Mock } from '../../src/targets/mock.ts'
import { decideAll } from '../../src/run/decide.ts'
import { DEFAULT_POLICY } from '../../src/run/policy.ts'
import { isObject, type Json } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { exitOf } from '../../src/report/exit-of.ts'
import type { Report } from '../../src/report/report.ts'
import { DEFAULT_NOW, runClock } from '../../src/run/run-clock.ts'
import { runContract } from '../../src/run/run-contract.ts'
import { rules } from '../../src/rules/rules.ts'
import { folderWith } from '../support/in-folder.ts'
import { ORDERS } from '../support/orders-document.ts'
import { testHost } from '../support/test-host.ts'

/** The URL that the pages show. It is fixed, so that the pages are the same on every machine. */
const URL_SHOWN = 'http://127.0.0.1:4010'
const FILE = 'specs/orders/openapi.yaml'

let mock: Mock
const folder = folderWith({ [FILE]: ORDERS })
const back = process.cwd()
beforeAll(async () => {
  process.chdir(folder.path)
  mock = await openMock({ documentFile: FILE })
})
afterAll(async () => {
  await mock.close()
  process.chdir(back)
  folder.remove()
})

/**
 * Returns the printed page of a run against the mock. `change` alters the responses of the mock. The first line of the
 * page shows the exit code.
 */
async function pageOf(change: (answer: RawAnswer) => RawAnswer | TransportFailure): Promise<string> {
  const document = readDocument(FILE)
  const still = () => 0
  const credentials = openCredentials({ baseUrl: URL_SHOWN, elapsed: still })
  const run = await runContract({
    api: 'orders',
    document,
    operations: listOperations(document),
    target: {
      ...mockAt(URL_SHOWN),
      send: async (request) => {
        const answer = await mock.target.send(request)
        return isAnswer(answer) ? change(answer) : answer
      },
    },
    credentials,
    clock: runClock(DEFAULT_NOW, still),
    seed: 1,
    parameters: {},
    concurrency: 1,
    policy: DEFAULT_POLICY,
    rules,
    allowDestructive: false,
    bail: false,
    replay: '--api orders --target mock',
  })
  await credentials.close()
  const report: Report = {
    schemaVersion: 2,
    tool: { name: 'contract-gate', version: '1.2.3' },
    startedAt: DEFAULT_NOW,
    durationMs: 0,
    seed: 1,
    now: DEFAULT_NOW,
    verdict: decideAll([run]),
    runs: [run],
  }
  const host = testHost({ columns: 100 })
  writeReports(report, { format: [], reportDir: 'reports', strict: false, verbose: false }, host)
  return `exit ${exitOf(report, false)}\n${host.out()}`
}

function withBody(answer: RawAnswer, change: (body: Readonly<Record<string, Json>>) => object): RawAnswer {
  const body = JSON.parse(Buffer.from(answer.body).toString()) as Json
  return isObject(body) ? { ...answer, body: Buffer.from(JSON.stringify(change(body))) } : answer
}

function withoutHeader(answer: RawAnswer, name: string): RawAnswer {
  return { ...answer, headers: answer.headers.filter(([each]) => each !== name) }
}

test('the text of a failed run says what failed, where, what was expected, and how to reproduce it', async () => {
  const page = await pageOf((answer) => {
    if (answer.status === 200) return withBody(answer, ({ ends: _gone, ...rest }) => ({ ...rest, colour: 'blue' }))
    if (answer.status === 401) return withoutHeader(answer, 'content-type')
    return answer.status === 409 ? { ...answer, status: 418 } : answer
  })
  await expect(page).toMatchFileSnapshot(`${import.meta.dirname}/screens/red.txt`)
})

test('the text of a run without responses says that nothing was judged', async () => {
  const page = await pageOf(() => ({
    kind: 'reset',
    message: 'the connection closed before the response was complete',
  }))
  await expect(page).toMatchFileSnapshot(`${import.meta.dirname}/screens/no-answer.txt`)
})
