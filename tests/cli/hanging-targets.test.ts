import { afterEach, describe, expect, test } from 'vitest'
import { listenHttp } from '../src/exchanges/servers.ts'
import { listenAltered } from '../support/altered-sandbox.ts'
import { folderWith } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each()
})

/**
 * The maximum number of requests to a server that does not respond. A run stops after five consecutive timeouts. Other
 * requests can be in flight at this time.
 */
const FEW = 16
const never = (): Promise<Response> => new Promise(() => undefined)
const GIVEN_UP = /^Giving up: 5 consecutive requests of updateAppointment timed out \(.* after (300|1000) ms\)/m

describe.each(['lobbie', 'aniva'])('a run of the document %s', (api) => {
  test('stops after a few requests to a server that never responds', async () => {
    let asked = 0
    const server = await listenHttp(() => void (asked += 1))
    undo.push(server.close)
    const given = ['accountId=1', 'locationId=2', 'appointmentId=3', 'id=11111111-1111-4111-8111-111111111111']
    const { code, out, report } = await runGate([
      ...['--spec', `specs/${api}/openapi.yaml`, '-u', server.url, '--request-timeout', '300'],
      ...given.flatMap((each) => ['--param', each]),
    ])
    const [run] = report.runs
    expect([code, run?.verdict, findingsOf(report)]).toEqual([2, 'blocked', []])
    expect(run?.because.join('\n')).toMatch(GIVEN_UP)
    expect(out).toContain('Giving up: ')
    expect(asked).toBeLessThanOrEqual(FEW)
    expect(run?.cases.filter(({ verdict }) => verdict === 'blocked')).toHaveLength(asked)
    expect(run?.cases.filter(({ verdict }) => verdict === 'not-run').length).toBeGreaterThan(0)
    const reasons = run?.clauses.map(({ because = '' }) => because) ?? []
    expect(reasons.filter((each) => /^no (scenario says|case exercises)/.test(each))).toEqual([])
    expect(reasons.filter((each) => GIVEN_UP.test(each)).length).toBeGreaterThan(20)
  })

  test('with one request at a time, stops after five requests to a sandbox that never responds', async () => {
    const { url, asked, close } = await listenAltered(never)
    undo.push(close)
    const args = ['--api', api, '--target', 'sandbox', '-u', url, '--request-timeout', '1000', '--concurrency', '1']
    const { code, report } = await runGate(args)
    expect([code, findingsOf(report)]).toEqual([2, []])
    expect(report.runs[0]?.because.join('\n')).toMatch(GIVEN_UP)
    expect(report.runs[0]?.cases.filter(({ verdict }) => verdict === 'blocked')).toHaveLength(5)
    // On a busy machine, a request can time out before the server has read it.
    expect(asked()).toBeLessThanOrEqual(5)
  })

  test('keeps its earlier findings if the sandbox stops responding', async () => {
    const { url, asked, close } = await listenAltered((answer, count) =>
      count > 20 ? never() : answer().then(() => Response.json({}, { status: 418 })),
    )
    undo.push(close)
    const args = ['--api', api, '--target', 'sandbox', '-u', url, '--request-timeout', '1000']
    const { code, report } = await runGate(args)
    expect(code).toBe(1)
    expect(findingsOf(report)).toEqual([expect.stringContaining('status_code_conformance error')])
    expect(asked()).toBeLessThanOrEqual(20 + FEW)
  })

  test('sends every case if the sandbox does not respond to some requests', async () => {
    const { url, close } = await listenAltered((answer, count) => (count % 7 === 3 ? never() : answer()))
    undo.push(close)
    const args = ['--api', api, '--target', 'sandbox', '-u', url, '--request-timeout', '1000']
    const { code, report } = await runGate(args)
    const verdicts = report.runs[0]?.cases.map(({ verdict }) => verdict) ?? []
    expect([code, findingsOf(report)]).toEqual([2, []])
    // Aniva does not have all roles. A case that needs a missing role is not applicable on any target.
    expect(new Set(verdicts.filter((verdict) => verdict !== 'not-applicable'))).toEqual(new Set(['passed', 'blocked']))
    expect(report.runs[0]?.because.join('\n')).not.toContain('Giving up')
  })
})

test('a run does not wait longer than the request timeout for a setup module', async () => {
  const server = await listenHttp((_request, response) => void response.end())
  const folder = folderWith({ 'setup.mjs': 'export const establish = () => new Promise(() => undefined)' })
  undo.push(server.close, () => folder.remove())
  const setup = ['--setup', `${folder.path}/setup.mjs`, '--request-timeout', '1000', '--concurrency', '64']
  const { code, report } = await runGate(['--spec', 'specs/aniva/openapi.yaml', '-u', server.url, ...setup])
  expect([code, findingsOf(report)]).toEqual([2, []])
  expect(report.runs[0]?.because.join('\n')).toContain('the setup module did not finish within 1000 ms for the state')
})

describe('a run that the user stops', () => {
  const stopped = async (status?: number) => {
    const { testHost } = await import('../support/test-host.ts')
    const host = testHost()
    const { url, close } = await listenAltered(async (answer, count) => {
      if (count === 20) host.stop()
      const response = await answer()
      return status === undefined ? response : new Response(null, { status })
    })
    undo.push(close)
    return runGate(['--api', 'lobbie', '--target', 'sandbox', '-u', url], host)
  }

  test('keeps its results, reports that it was stopped, and exits 2', async () => {
    const { code, report } = await stopped()
    const [run] = report.runs
    expect([code, run?.verdict, run?.because]).toEqual([
      2,
      'error',
      ['the run was cancelled, for example with Ctrl-C: run it again'],
    ])
    expect(run?.cases.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(0)
    expect(run?.cases.filter(({ verdict }) => verdict === 'blocked')).toEqual([])
    const left = run?.cases.filter(({ because }) => because === 'the run was cancelled, for example with Ctrl-C') ?? []
    expect(left.length).toBeGreaterThan(40)
  })

  test('exits 1 if it already has a finding', async () => {
    const { code, report } = await stopped(418)
    expect([code, findingsOf(report).length, report.runs[0]?.because.length]).toEqual([1, 1, 1])
  })
})
