import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../../sandbox/listen.ts'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { DEFAULT_NOW } from '../../../src/run/run-clock.ts'
import { describeContract, fetchTarget, live, sandbox, type Establish } from '../../../src/vitest/index.ts'

const inside = createSandbox({ now: DEFAULT_NOW })
const listening = await listen(inside)

const establish: Establish = async ({ api, state, with: parameters, caseId }) => {
  const asked = { api: api as 'lobbie' | 'aniva', state, with: parameters, caseId }
  const { observe, release, ...facts } = await inside.establish(asked)
  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
  return {
    ...plain({ path: facts.path, values: facts.values, given: facts.given }),
    credentials: facts.credentials,
    observe: async () => plain(observe()),
    release: async () => release(),
  } as Awaited<ReturnType<Establish>>
}

/** A target as a user could write it: a server in the same process as the tests. */
const own = fetchTarget({
  name: 'sandbox',
  baseUrl: 'http://sandbox.invalid',
  shows: { state: true, auth: 'full' },
  fetch: (request) => inside.fetch(request),
  credentials: { partner: { type: 'oauth2', clientId: 'unused', clientSecret: 'unused' } },
})

describe('a custom target with custom states', () => {
  describeContract({ document: 'specs/aniva/openapi.yaml', target: own, states: establish, coverage: 95 })
})

describe('a server at an address', () => {
  afterAll(async () => listening.close())

  describeContract({
    document: 'specs/aniva/openapi.yaml',
    target: live({ url: listening.url }),
    states: establish,
    blocked: 'skip',
    coverage: 50,
  })
})

describe('a test suite that describeContract creates', () => {
  let tests: { readonly title: string; readonly status: string; readonly said: string }[]
  beforeAll(async () => {
    tests = await suite(`describeContract({
      document: 'specs/lobbie/openapi.yaml', target: sandbox({ fault: 'lobbie-note-not-applied' }) })`)
  }, 60_000)

  test('has one test for coverage and one for each case, whose title is the path and the reason of the case', () => {
    expect(tests.length).toBeGreaterThan(40)
    expect(tests[0]?.title).toMatch(/^updateAppointment\/\S+: .+/)
    expect(tests.at(-1)?.title).toBe('exercises every reachable clause')
  })

  test('fails only in the cases that the fault of the sandbox affects; the error shows the position, the expected and the received value', () => {
    const failed = tests.filter(({ status }) => status === 'failed')
    expect(failed.length).toBeGreaterThan(0)
    expect(failed.length).toBeLessThan(tests.length / 2)
    expect(failed[0]?.said).toMatch(/where {5}.*specs\/lobbie\/openapi\.yaml:\d+:\d+\n\s+expected {2}/)
  })
})

test('an unknown operation id throws an error when the tests are collected', () => {
  expect(() =>
    describeContract({ document: 'specs/lobbie/openapi.yaml', target: sandbox(), operations: ['bookAppointment'] }),
  ).toThrow(/There is no such operation: bookAppointment/)
})

/** Runs a test file in a separate process, because its tests are meant to fail. */
async function suite(text: string) {
  const folder = mkdtempSync(join(process.cwd(), 'tests/src/vitest/.suite-'))
  const out = join(mkdtempSync(join(tmpdir(), 'suite-')), 'report.json')
  writeFileSync(
    join(folder, 'suite.test.ts'),
    `import { describeContract, sandbox } from '../../../../src/vitest/index.ts'\n${text}\n`,
  )
  const line = ['vitest', 'run', '--reporter=json', `--outputFile=${out}`, folder]
  await promisify(execFile)('npx', line, { env: { ...process.env, NO_COLOR: '1' } }).catch(() => undefined)
  rmSync(folder, { recursive: true })
  const { testResults } = JSON.parse(readFileSync(out, 'utf8')) as {
    testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[]
  }
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, status, failureMessages }) => ({ title, status, said: failureMessages.join('\n') }))
}
