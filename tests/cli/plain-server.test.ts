import { afterEach, expect, test } from 'vitest'
import { listen, type Listening } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

const NOW = '2026-01-05T09:00:00.000Z'
let started: Listening | undefined
afterEach(() => started?.close())

/**
 * Runs the gate on a sandbox that cannot set up provider states. The gate gets only credentials and the ids of a
 * fixture.
 */
async function gateOn(fault?: string): Promise<{ code: number; findings: readonly string[] }> {
  const sandbox = createSandbox({ now: NOW, control: false, ...(fault === undefined ? {} : { fault }) })
  started = await listen(sandbox)
  const { clientId, clientSecret } = sandbox.partners.lobbie.partner
  const ids = Object.entries(sandbox.demo.lobbie.path).flatMap(([name, id]) => ['--param', `${name}=${String(id)}`])
  const { code, report } = await runGate(
    [
      ...['--spec', 'specs/lobbie/openapi.yaml', '-u', started.url, ...ids],
      ...['--credential', 'PartnerOAuth=CLIENT_ID:CLIENT_SECRET'],
    ],
    { env: { NO_COLOR: '1', CLIENT_ID: clientId, CLIENT_SECRET: clientSecret } },
  )
  return { code, findings: findingsOf(report).map((finding) => finding.split(' ').slice(0, 2).join(' ')) }
}

test.each([
  ['lobbie-update-not-applied', 'partial_update_frame'],
  ['lobbie-note-not-applied', 'partial_update_frame'],
  ['lobbie-offset-dropped', 'instant_preserved'],
  ['lobbie-id-as-text', 'response_schema_conformance'],
  ['lobbie-end-time-null', 'response_schema_conformance'],
  ['lobbie-start-time-naive', 'response_schema_conformance'],
  ['lobbie-answer-as-text', 'content_type_conformance'],
  ['lobbie-answer-without-body', 'response_schema_conformance'],
])(
  'the gate detects the fault %s on a server that cannot set up provider states',
  async (fault, rule) => {
    const { code, findings } = await gateOn(fault)
    expect(findings).toContain(`${rule} error`)
    expect(code).toBe(1)
  },
  60_000,
)

test('a correct server that cannot set up provider states passes', async () => {
  expect(await gateOn()).toEqual({ code: 0, findings: [] })
}, 60_000)
