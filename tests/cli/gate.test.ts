import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMock, type Mock } from '../../src/targets/mock.ts'
import { isObject } from '../../src/json.ts'
import type { Report } from '../../src/report/report.ts'
import { rules } from '../../src/rules/rules.ts'
import { inFolder } from '../support/in-folder.ts'
import { findingsOf, runGate, runMain, type Ran } from '../support/run-main.ts'
import { openSpoilingProxy, type SpoilingProxy } from '../support/spoiling-proxy.ts'

let mock: Mock
let lobbie: readonly string[]
const proxies: SpoilingProxy[] = []
beforeAll(async () => {
  mock = await openMock({ documentFile: 'specs/lobbie/openapi.yaml' })
  lobbie = ['--api', 'lobbie', '--target', 'mock', '-u', mock.url]
})
afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.close()))
  await mock.close()
})

/**
 * Starts a proxy in front of the mock. The proxy adds the given properties to the body of every 200. Returns the `-u`
 * option with the URL of the proxy.
 */
async function spoiled(members: object): Promise<readonly string[]> {
  const proxy = await openSpoilingProxy(mock.url, {
    status: 200,
    spoil: ({ body }) => (isObject(body) ? { body: { ...body, ...members } } : {}),
  })
  proxies.push(proxy)
  return ['--api', 'lobbie', '--target', 'mock', '-u', proxy.url]
}

/** Runs the gate in a temporary folder, and returns the files that it wrote. */
async function gateIn(
  files: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Promise<Ran & { files: string[]; report: Report | undefined }> {
  return inFolder(files, async (folder) => {
    const before = readdirSync(folder)
    const ran = await runMain(['gate', ...args])
    const [made] = readdirSync(folder).filter((name) => !before.includes(name))
    const file = join(made ?? '.', 'contract-report.json')
    return {
      ...ran,
      files: made === undefined ? [] : readdirSync(made).map((name) => `${made}/${name}`),
      report: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined,
    }
  })
}

describe('the output of the command gate', () => {
  test('prints the text report to stdout, and writes two files', async () => {
    const { code, out, err, files } = await gateIn({}, lobbie)
    expect(code).toBe(0)
    expect(out).toMatch(/^✓ PASSED/)
    expect(err).not.toContain('HOLDS')
    expect(files).toEqual(['reports/contract-report.json', 'reports/junit.xml'])
  })

  test.each([
    ['json', /^\{\n/, 'contract-report.json'],
    ['junit', /^<\?xml/, 'junit.xml'],
    ['sarif', /^\{\n/, 'contract-report.sarif'],
  ])('prints the format %s to stdout and the text report to stderr', async (format, begins, file) => {
    const { out, err, files } = await gateIn({}, [...lobbie, '--format', format])
    expect(out).toMatch(begins)
    expect(out).not.toContain('HOLDS')
    expect(err).toContain('✓ PASSED')
    expect(files).toContain(`reports/${file}`)
  })

  test('prints only the chosen format to stdout', async () => {
    const { out, report } = await gateIn({}, [...lobbie, '--format', 'json'])
    expect(JSON.parse(out)).toEqual(report)
  })

  test('writes the format html to a file, never to stdout', async () => {
    const { out, files } = await gateIn({}, [...lobbie, '--format', 'html'])
    expect(out).toMatch(/^✓ PASSED/)
    expect(files).toContain('reports/contract-report.html')
  })

  test('creates the report folder', async () => {
    const { files } = await gateIn({}, [...lobbie, '--report-dir', 'out/of/the/way'])
    expect(files).toEqual(['out/of'])
  })

  test('reports a report folder that cannot be created, and exits 2', async () => {
    const { code, err } = await gateIn({ taken: 'a file' }, [...lobbie, '--report-dir', 'taken/reports'])
    expect(err).toContain(
      'The report cannot be written: ENOTDIR\n  where  taken/reports\n  next   choose a writable folder',
    )
    expect(code).toBe(2)
  })
})

describe('the verdict of the command gate', () => {
  test('is passed for a run whose only findings are drift, and failed with --strict', async () => {
    const drifting = await spoiled({ colour: 'blue' })
    const drift = [expect.stringMatching(/^undocumented_field drift updateAppointment\/responses\/200/)]
    const lax = await runGate(drifting)
    expect([lax.code, findingsOf(lax.report)]).toEqual([0, drift])
    const strict = await runGate([...drifting, '--strict'])
    expect([strict.code, findingsOf(strict.report)]).toEqual([1, drift])
  })

  test('depends only on the rules that --checks and --exclude-checks select', async () => {
    const lying = await spoiled({ note: 7 })
    expect((await runGate(lying)).code).toBe(1)
    expect((await runGate([...lying, '--checks', 'response_schema_conformance,ignored_auth'])).code).toBe(1)
    expect(findingsOf((await runGate([...lying, '--checks', 'ignored_auth'])).report)).toEqual([])
    expect(findingsOf((await runGate([...lying, '--exclude-checks', 'response_schema_conformance'])).report)).toEqual(
      [],
    )
  })

  test('is the same when the replay command of a finding is run', async () => {
    const lying = await spoiled({ note: 7 })
    const { report } = await runGate(lying)
    const line = report.runs[0]?.findings[0]?.replay ?? ''
    const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    const again = (more: readonly string[]) => inFolder({}, () => runMain([...args.slice(1), ...more]))
    const { code, out } = await again([])
    expect(code).toBe(1)
    // The five requests are the case itself and four repetitions. The repetitions show whether the response is stable.
    expect(out).toContain('1 case in 5 requests')
    expect(await again(['-u', mock.url])).toMatchObject({ code: 0 })
  })

  test('is passed for a replay if its case passes: the low coverage of a single case does not count', async () => {
    const args = ['replay', ...lobbie, '--case', 'updateAppointment/example/200/scheduled']
    expect(await inFolder({}, () => runMain(args))).toMatchObject({ code: 0, out: expect.stringMatching(/^✓ PASSED/) })
  })
})

const wrong: readonly [string, readonly string[], RegExp][] = [
  ['an unknown API', ['gate', '--api', 'acme'], /There is no such API: acme\n {2}next {3}choose from aniva, lobbie/],
  ['an unknown command', ['gait'], /unknown command 'gait'\n\(Did you mean one of gate, init\?\)/],
  ['an unknown option', ['gate', '--fast'], /unknown option '--fast'/],
  ['no command', [], /Usage: contract-gate/],
  ['too many arguments', ['gate', 'lobbie'], /too many arguments/],
  [
    'an unknown check',
    ['gate', '--checks', 'spelling'],
    /There is no such check: spelling\n {2}next {3}run `contract-gate rules`/,
  ],
  ['an unknown check to exclude', ['gate', '--exclude-checks', 'spelling'], /There is no such check: spelling/],
  [
    'an unknown operation',
    ['gate', '--api', 'lobbie', '--operation', 'bookRoom'],
    /There is no such operation: bookRoom\n {2}where .*openapi\.yaml\n {2}next {3}choose from updateAppointment/,
  ],
  ['an unknown format', ['gate', '--format', 'pdf'], /expects one of text, json, junit/],
  ['an unknown target', ['gate', '--target', 'moon'], /`--target` expects one of mock, sandbox, live, got `moon`/],
  ['a seed that is not a number', ['gate', '--seed', 'x'], /^error: `--seed` expects an integer, got `x`\.$/m],
  ['a time that is not a date-time', ['gate', '--now', 'tomorrow'], /`--now` expects an instant/],
  ['a time with the hour 25', ['gate', '--now', '2026-01-05T25:00:00Z'], /`--now` expects an instant/],
  ['a concurrency of 0', ['gate', '--concurrency', '0'], /`--concurrency` expects an integer from 1/],
  [
    'a negative timeout',
    ['gate', '--request-timeout', '-1'],
    /`--request-timeout` expects an integer from 1|argument missing/,
  ],
  [
    'a URL that is not http',
    ['gate', '--api', 'lobbie', '--target', 'mock', '-u', 'ftp://example.com'],
    /`--base-url` expects an http or https URL/,
  ],
  [
    'one URL for several APIs',
    ['gate', '-u', 'http://127.0.0.1:1'],
    /--base-url needs the document that the server implements/,
  ],
  [
    'a missing document',
    ['gate', '--spec', 'gone.yaml'],
    /The document cannot be read: the file does not exist\n {2}where {2}gone\.yaml/,
  ],
  ['a missing document to validate', ['validate', 'gone.yaml'], /The document cannot be read: the file does not exist/],
  ['an unknown rule', ['rules', 'spelling'], /There is no such check: spelling\n {2}next {3}choose from/],
  ['an unknown API to mock', ['mock', 'acme'], /There is no such API: acme/],
  ['an unknown API for the sandbox', ['sandbox', 'acme'], /`api` expects lobbie or aniva, got `acme`/],
  ['an unknown fault of the sandbox', ['sandbox', '--fault', 'white'], /the sandbox has no fault `white`/],
  ['a port that is too large', ['mock', '--port', '70000'], /`--port` expects a port from 0 to 65535/],
  ['a replay without a case', ['replay'], /required option '--case <path>'/],
  [
    'a missing report',
    ['report', 'gone.json'],
    /The report cannot be read: the file does not exist\n {2}where {2}gone\.json/,
  ],
  ['a missing report to merge', ['merge', 'gone.json'], /The report cannot be read: the file does not exist/],
]

test.each(wrong)('contract-gate reports a wrong argument on stderr and exits 2: %s', async (_name, args, sentence) => {
  const { code, out, err } = await runMain(args)
  expect(err).toMatch(sentence)
  expect(out).toBe('')
  expect(code).toBe(2)
})

test('the command replay reports an unknown case and exits 2', async () => {
  const args = ['replay', ...lobbie, '--case', 'updateAppointment/example/200/gone']
  const { code, err } = await inFolder({}, () => runMain(args))
  expect(err).toContain('There is no such case: updateAppointment/example/200/gone\n  where  lobbie on mock')
  expect(code).toBe(2)
})

describe('contract.config.yaml', () => {
  const config = (text: string) => ({ 'contract.config.yaml': text })

  test('supplies options that the command line does not give', async () => {
    const text = `api: lobbie\ntarget: [mock]\nbase-url: ${mock.url}\nseed: 7\nreport-dir: told\nformat: junit\n`
    const { code, out, report, files } = await gateIn(config(text), [])
    expect(code).toBe(0)
    expect(out).toMatch(/^<\?xml/)
    expect(files).toContain('told/contract-report.json')
    expect(report).toMatchObject({ seed: 7, runs: [{ api: 'lobbie', target: 'mock', baseUrl: mock.url }] })
  })

  test('is overridden by the command line', async () => {
    const { report } = await gateIn(config('seed: 7\nnow: 2026-02-02T09:00:00Z\n'), [...lobbie, '--seed', '8'])
    expect(report).toMatchObject({ seed: 8, now: '2026-02-02T09:00:00Z' })
  })

  test('accepts camel case keys, and may be empty', async () => {
    expect(await gateIn(config('reportDir: told\n'), lobbie)).toMatchObject({
      code: 0,
      files: expect.arrayContaining(['told/junit.xml']),
    })
    expect(await gateIn(config('# nothing yet\n'), lobbie)).toMatchObject({ code: 0 })
  })

  test.each([
    ['an unknown option', 'sead: 7', /unknown option `sead`/],
    ['an unknown target', 'target: moon', /moon/],
    ['an unknown format', 'format: [pdf]', /pdf/],
    ['an unknown check', 'checks: spelling', /There is no such check: spelling/],
    ['a seed that is not a number', 'seed: many', /seed/],
    ['an invalid time', 'now: tomorrow', /now/],
    ['a switch that is neither true nor false', 'strict: perhaps', /strict/],
    ['a list instead of options', '- seed', /the file is not a map of options/],
    ['invalid YAML', 'seed: {', /The configuration is invalid/],
  ])('with %s is reported, and the gate exits 2', async (_name, text, sentence) => {
    const { code, out, err, files } = await gateIn(config(text), lobbie)
    expect(err).toMatch(sentence)
    expect(err).toMatch(/contract\.config\.yaml|no such check/)
    expect([code, out, files]).toEqual([2, '', []])
  })
})

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

describe('the command rules', () => {
  test('lists every rule with its reason', async () => {
    const { code, out } = await runMain(['rules'])
    expect(code).toBe(0)
    for (const { id, level, why } of rules)
      expect(out).toMatch(new RegExp(`^${id} \\(${level}\\)\\n.*\\n  ${escaped(why)}$`, 'm'))
    const listed = [...out.matchAll(/^(\w+) \((error|warning|drift|assumption)\)$/gm)].map(([, id]) => id)
    expect(listed.toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  })

  test('shows one rule with its fix and examples', async () => {
    const { out } = await runMain(['rules', 'ignored_auth'])
    expect(out).toMatch(
      /^ignored_auth \(error\)\n {2}\S.*\.\n {2}\S.*\.\n {2}fix {5}\S.*\n {2}passes {2}\S.* → 401\n {2}fails {3}\S.* → 200\n {2}only {4}\S.* --checks ignored_auth\n {2}skip {4}\S.* --exclude-checks ignored_auth, .*\n$/,
    )
  })
})
