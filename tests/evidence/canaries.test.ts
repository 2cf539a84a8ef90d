import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/report/formats.ts'
import type { Report } from '../../src/report/report.ts'
import { readReport } from '../../src/report/schema/read-report.ts'
import type { TestServer } from '../src/exchanges/servers.ts'
import { listenHttp, listenRaw } from '../src/exchanges/servers.ts'
import { makeCanaries } from './canaries.ts'
import { CLINIC, setupModule } from './clinic.ts'
import { openClinic, type ResponseFault } from './clinic-server.ts'
import { ALL_FORMATS, evidenceOf, type Evidence } from './evidence-of.ts'
import { findLeaks } from './find-leaks.ts'
import { faultsOf } from './faults.ts'

const canaries = makeCanaries()
const FAULTS = faultsOf(canaries)
const servers: TestServer[] = []
let folder: string
let modules = 0

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'evidence-')))
  writeFileSync(join(folder, 'clinic.yaml'), CLINIC)
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = { PATIENT: canaries.text('environment'), CLINIC_KEY: canaries.word('key in the environment') }
const leaksOf = ({ artefacts }: Evidence): string[] => findLeaks(artefacts, canaries.cores)

/** Returns the command-line options of a run: the URL, credentials and other headers. */
function given(url: string, key = canaries.word('key given with -H')): string[] {
  return [
    ...['--spec', join(folder, 'clinic.yaml'), '-u', url],
    ...['-H', `X-Key: ${key}`],
    ...['-H', `X-Session: ${canaries.text('session given with -H').replace('ë', 'e')}`],
    '--no-validate',
    ...['-H', `Cookie: s=${canaries.word('cookie given with -H')}`],
  ]
}

function setupOf(url: string, spoil: Parameters<typeof setupModule>[1] = {}): string[] {
  const file = join(folder, `setup-${++modules}.mjs`)
  writeFileSync(file, setupModule(url, spoil))
  return ['--setup', file]
}

async function clinic(fault?: ResponseFault): Promise<string> {
  const server = await openClinic(canaries, fault)
  servers.push(server)
  return server.url
}

async function listening(server: Promise<TestServer>): Promise<string> {
  servers.push(await server)
  return (await server).url
}

async function gate(args: readonly string[], more: Parameters<typeof evidenceOf>[2] = {}): Promise<Evidence> {
  return evidenceOf(['gate', ...args, ...ALL_FORMATS], folder, { env, ...more })
}

describe('reports and printed output contain no confidential value', () => {
  test('after a passed run', async () => {
    const url = await clinic()
    const run = await gate([...given(url), ...setupOf(url)])
    expect(run.report?.runs[0]?.because).toEqual([])
    expect(run.code).toBe(0)
    expect([...run.artefacts.keys()]).toEqual(
      expect.arrayContaining(['contract-report.html', 'contract-report.sarif', 'junit.xml', 'summary.md', 'stdout']),
    )
    expect(leaksOf(run)).toEqual([])
  })

  test.each(Object.keys(FAULTS))('after a failed run with the fault: %s', async (name) => {
    const url = await clinic(FAULTS[name])
    const run = await gate([...given(url), ...setupOf(url)])
    expect(run.report?.runs[0]?.findings).not.toEqual([])
    expect(leaksOf(run)).toEqual([])
  })

  const thrown = `throw new Error(${JSON.stringify(canaries.text('error of a setup module'))})`
  test.each([
    ['throws when it is loaded', { load: thrown }],
    ['throws when it sets up a state', { establish: thrown }],
    [
      'throws a string instead of an error',
      { establish: `throw ${JSON.stringify(canaries.text('text that is thrown'))}` },
    ],
    ['throws when it reads a state', { observe: thrown }],
    ['throws when it releases a state', { release: thrown }],
    [
      'returns a string instead of an object',
      { establish: `return ${JSON.stringify(canaries.text('state that is invalid'))}` },
    ],
    [
      'returns credentials of an unknown type',
      { establish: `return { credentials: { partner: { type: '${canaries.word('kind of credentials')}' } } }` },
    ],
  ])('after a blocked run whose setup module %s', async (_name, spoil) => {
    const url = await clinic()
    const run = await gate([...given(url), ...setupOf(url, spoil)])
    expect(run.code).toBe(2)
    expect(run.err).not.toContain('Internal error')
    expect(leaksOf(run)).toEqual([])
  })

  test.each([
    ['refuses every request', 401, canaries.text('body of a refusal')],
    ['redirects every request', 307, ''],
    ['answers every request with 503', 503, `<h1>${canaries.text('body of a fault')}</h1>`],
  ])('after a run whose server %s', async (_name, status, body) => {
    const location = `https://${canaries.word('host of a token')}.example`
    const url = await listening(
      listenHttp((_request, response) => {
        response.writeHead(status, { location, 'www-authenticate': canaries.word('challenge') }).end(body)
      }),
    )
    const run = await gate(given(url))
    expect(run.code).not.toBe(0)
    expect(leaksOf(run)).toEqual([])
  })

  test.each([
    ['no HTTP response', `HELO ${canaries.word('greeting of a mail server')}\r\n`],
    ['an invalid status line', `HTTP/1.1 ${canaries.word('status that is invalid')}\r\n\r\n`],
    ['an invalid header', `HTTP/1.1 200 OK\r\n${canaries.word('header that is invalid')}\r\n\r\n`],
    [
      'an unknown content coding',
      `HTTP/1.1 200 OK\r\ncontent-encoding: ${canaries.word('coding')}\r\ncontent-length: 12\r\n\r\n${canaries.word('coded')}`,
    ],
    ['an invalid chunk', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${canaries.word('chunk')}\r\n`],
  ])('after a run whose server sends %s', async (_name, bytes) => {
    const url = await listening(listenRaw((socket) => socket.end(bytes)))
    const run = await gate(given(url))
    expect(run.code).not.toBe(0)
    expect(leaksOf(run)).toEqual([])
  })

  test.each([
    ['refuses the client', 400],
    ['issues a token that the server does not accept', 200],
  ])('after a run whose token endpoint %s', async (_name, status) => {
    const token = { access_token: canaries.word('token'), error: canaries.word('error of a token'), expires_in: 60 }
    const url = await listening(
      listenHttp(({ url: path = '' }, response) => {
        const isToken = path.startsWith('/oauth/token')
        const body = isToken ? { ...token, error_description: canaries.text('error of a token in words') } : token
        response.writeHead(isToken ? status : 401, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      }),
    )
    const client = {
      type: 'oauth2',
      clientId: canaries.word('client id'),
      clientSecret: canaries.text('client secret'),
    }
    const path = { accountId: canaries.number('account'), locationId: 111, appointmentId: 12345 }
    const established = JSON.stringify({ path, values: {}, given: {}, credentials: { partner: client } })
    const setup = setupOf(url, { establish: `return ${established}` })
    const run = await gate(['--spec', 'specs/lobbie/openapi.yaml', '-u', url, ...setup])
    expect(run.code).not.toBe(0)
    expect(run.report?.runs[0]?.counts.controlRequests).toBeGreaterThan(0)
    expect(leaksOf(run)).toEqual([])
  })

  test('after a run on a third-party sandbox that cannot set up states', async () => {
    const url = await listening(
      listenHttp(({ url: path = '' }, response) => {
        const message = canaries.text('error of a control')
        response.writeHead(path.endsWith('/health') ? 200 : 500).end(JSON.stringify({ message, error: message }))
      }),
    )
    const run = await gate(['--api', 'lobbie', '--target', 'sandbox', '-u', url])
    // The exit code is 1, because the server also sends a 500, which the document does not declare.
    expect(run.code).toBe(1)
    expect(leaksOf(run)).toEqual([])
  })

  test('after a run with --param', async () => {
    const url = await clinic(FAULTS['a stack trace'])
    const args = given(url, canaries.word('key of the partner'))
    const parameters = [
      ...['--param', `clinic=${canaries.text('parameter of a path')}`],
      ...['--param', `id=${canaries.number('id of a visit', 1)}`],
      ...['--param', `search=${canaries.text('parameter of a query')}`],
    ]
    await fetch(`${url}/__seed`, { method: 'POST', body: '{}' })
    const run = await gate([...args, ...parameters])
    expect(run.report?.runs[0]?.findings).not.toEqual([])
    expect(leaksOf(run)).toEqual([])
    const plan = await evidenceOf(['gate', ...args, ...parameters, '--dry-run'], folder)
    expect(plan.out).toContain('/clinics/$CLINIC/visits/$ID')
    expect(plan.out).toContain('X-Session: (credentials)')
    expect(leaksOf(plan)).toEqual([])
  })

  test('after a run with --explore that shrinks the case of a finding', async () => {
    // The report may contain the returned note, because the gate generated this note. The rest of the response is
    // confidential.
    const url = await clinic((response, { sent }) => {
      const isMet = typeof sent['note'] === 'string' && sent['note'].length > 40 && sent['kind'] === 'home'
      const error = canaries.text('error that few requests cause')
      return response.status === 200 && isMet ? { ...response, status: 500, body: { error } } : response
    })
    const run = await gate([...given(url), ...setupOf(url), '--explore', '200'])
    const findings = (run.report?.runs[0]?.findings ?? []).filter(({ level }) => level === 'error')
    expect(findings.map(({ shrunk }) => shrunk?.from)).toEqual([
      expect.stringMatching(/^updateVisit\/explore\/valid\/\d+$/),
    ])
    expect(findings[0]?.exchange.request.body).toContain('"kind":"home"')
    expect(leaksOf(run)).toEqual([])
  })

  test('after a dry run', async () => {
    const url = await clinic()
    const plan = await evidenceOf(['gate', ...given(url), ...setupOf(url), '--dry-run'], folder, { env })
    expect(plan.code).toBe(0)
    expect(leaksOf(plan)).toEqual([])
  })

  test('after a replay, a merge of shards, and the conversion of a report to each format', async () => {
    const url = await clinic(FAULTS['fields of other types'])
    const args = [...given(url), ...setupOf(url)]
    const shards = [await gate([...args, '--shard', '1/2']), await gate([...args, '--shard', '2/2'])]
    const files = shards.map((shard) => join(shard.folder, 'contract-report.json'))
    const joined = await evidenceOf(['merge', ...files, ...ALL_FORMATS], folder, { env })
    expect(joined.report?.runs[0]?.findings).not.toEqual([])
    const again = await evidenceOf(['report', join(joined.folder, 'contract-report.json'), ...ALL_FORMATS], folder)
    const [finding] = joined.report?.runs[0]?.findings ?? []
    const replay = await evidenceOf(['replay', ...args, '--case', finding?.case ?? '', ...ALL_FORMATS], folder)
    expect([joined.code, again.code, replay.code]).toEqual([1, 1, 1])
    expect([joined, again, replay, ...shards].flatMap(leaksOf)).toEqual([])
  })
})

describe('a run that crashes', () => {
  const error = (): Error => {
    const made = new TypeError(canaries.text('text of our own error'), { cause: canaries.text('cause of our error') })
    made.stack = `TypeError: ${made.message}\n    at run (run-gate.ts:1:2)`
    return made
  }
  test.each([
    ['in the middle', 40],
    ['at its start', 1],
  ])('%s reports an internal error without confidential values', async (_name, calls) => {
    const url = await clinic()
    let count = 0
    const run = await gate([...given(url), ...setupOf(url)], {
      change: (host) => ({
        ...host,
        elapsed: () => {
          if (++count >= calls) throw error()
          return host.elapsed()
        },
      }),
    })
    expect(run.code).toBe(2)
    expect(run.err).toContain('Internal error in contract-gate')
    expect(run.err).toContain('at run (run-gate.ts:1:2)')
    expect(leaksOf(run)).toEqual([])
  })

  test('prints the whole error if CONTRACT_GATE_SHOW_ERRORS is set', async () => {
    const change: NonNullable<Parameters<typeof evidenceOf>[2]>['change'] = (host) => ({
      ...host,
      elapsed: () => {
        throw error()
      },
    })
    const run = await gate(given('http://127.0.0.1:1'), { env: { CONTRACT_GATE_SHOW_ERRORS: '1' }, change })
    expect(leaksOf(run)).toContain('text of our own error as plain text in stderr')
  })
})

describe('an error about invalid arguments', () => {
  const secret = canaries.word('secret on the command line')
  test.each([
    ['a header without its name', ['-H', secret]],
    ['a header of two words without a colon', ['-H', `${secret} ${secret}`]],
    ['a misspelled option', [`--headr=X-Key: ${secret}`]],
    ['a URL with a password', ['-u', `http://user:${secret}@127.0.0.1`]],
    ['a URL with a password and no scheme', ['-u', `user:${secret}@127.0.0.1`]],
    ['a URL with a query', ['--spec', 'specs/aniva/openapi.yaml', '-u', `http://127.0.0.1/?key=${secret}`]],
  ])('does not print the secret in %s', async (_name, args) => {
    const run = await gate(args)
    expect(run.code).toBe(2)
    expect(run.err).not.toBe('')
    expect(leaksOf(run)).toEqual([])
  })
})

describe('the search for leaks', () => {
  let report: Report
  beforeAll(async () => {
    const url = await clinic(FAULTS['a stack trace'])
    const run = await gate([...given(url), ...setupOf(url)])
    report = readReport(run.artefacts.get('contract-report.json') ?? '', 'report')
  })

  test.each([
    ['a received body', (body: string) => body],
    ['a body in Base64', (body: string) => Buffer.from(body).toString('base64')],
    ['a body in hex', (body: string) => Buffer.from(body).toString('hex')],
  ])('finds %s in a report of each format', (_name, dress) => {
    const received = dress(canaries.text('error of a refusal'))
    const runs = report.runs.map((each) => ({
      ...each,
      findings: each.findings.map((finding) => ({ ...finding, received })),
    }))
    for (const [name, format] of Object.entries(formats)) {
      const text = format({ ...report, runs }, { color: false, width: 400 })
      expect(findLeaks(new Map([[name, text]]), canaries.cores)).not.toEqual([])
    }
  })
})
