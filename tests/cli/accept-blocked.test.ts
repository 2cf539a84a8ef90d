import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report, RunReport } from '../../src/report/report.ts'
import { serve } from '../corpus/serve.ts'
import { inFolder } from '../support/in-folder.ts'
import { runMain } from '../support/run-main.ts'
import { testHost } from '../support/test-host.ts'

const CLOCK = `openapi: 3.1.0
info: { title: Clock, version: 1.0.0 }
security: [{ token: [] }]
paths:
  /time:
    get:
      operationId: getTime
      x-source: seed
      x-scenarios:
        '200': [{ id: ask }]
        '401': [{ id: bad-token, as: [anonymous, expired] }]
        '403': [{ id: no-access, as: [no-grant] }]
      responses:
        '200': { description: The time., content: { application/json: { schema: { type: object } } } }
        '401': { description: No good token. }
        '403': { description: No access. }
components:
  securitySchemes:
    token: { type: http, scheme: bearer, x-source: seed }
`

const SETUP = 'export const establish = () => ({})'

const entry = (role: string, expires = '2026-06-30') =>
  `{ role: ${role}, reason: only the issuer can sign, owner: Ada, expires: ${expires} }`

/**
 * Runs the gate with the given entries of `accept-blocked` in the policy. The gate's clock starts on 5 January 2026.
 */
async function gate(...entries: string[]) {
  const url = await serve(({ method, headers }) => {
    if (method !== 'GET') return [405]
    return headers.authorization === 'Bearer good'
      ? [200, { at: 'noon' }]
      : [401, undefined, { 'www-authenticate': 'Bearer' }]
  })
  const policy = `accept-blocked: [${entries.join(', ')}]`
  return inFolder({ 'clock.yaml': CLOCK, 'policy.yaml': policy, 'setup.mjs': SETUP }, async () => {
    const host = testHost({ env: { NO_COLOR: '1', TOKEN: 'good' } })
    const args = [
      'gate',
      '--spec',
      'clock.yaml',
      '-u',
      url,
      '--credential',
      'token=TOKEN',
      '--setup',
      'setup.mjs',
      '--no-validate',
    ]
    const { code, out } = await runMain(args, host)
    const report = JSON.parse(readFileSync('reports/contract-report.json', 'utf8')) as Report
    return { code, out, run: report.runs[0] as RunReport }
  })
}

test('a run is blocked if the user supplies no credentials for a role that the document uses', async () => {
  const { code, run } = await gate()
  expect([code, run.counts.blocked]).toEqual([2, 1])
  expect(run.because.join('\n')).toMatch(/no credentials for the role/)
})

test('a run passes if accept-blocked in policy.yaml lists each role without credentials; the report begins with these roles', async () => {
  const { code, out, run } = await gate(entry('expired'), entry('no-grant'))
  expect([code, run.because]).toEqual([0, []])
  expect(run.acceptedBlocked?.map(({ role, cases, clauses }) => [role, cases, clauses])).toEqual([
    ['expired', 1, 0],
    ['no-grant', 1, 1],
  ])
  expect([run.counts.blocked, run.coverage.reachable - run.coverage.exercised]).toEqual([1, 1])
  expect(out.indexOf('accepted as blocked until 2026-06-30: role expired')).toBeLessThan(out.indexOf('GET /time'))
  expect(out).toMatch(/only the\s+issuer can sign \(Ada\)/)
})

test('a run is blocked if a role without credentials is missing from accept-blocked', async () => {
  const { code, run } = await gate(entry('expired'))
  expect([code, run.because]).toEqual([
    2,
    [expect.stringMatching(/^case .*no-grant could not be judged/), '1 clause could not be judged'],
  ])
})

test('an entry of accept-blocked is valid until the end of the day in `expires`', async () => {
  expect((await gate(entry('expired', '2026-01-05'), entry('no-grant'))).code).toBe(0)
  const { code, run } = await gate(entry('expired', '2026-01-04'), entry('no-grant'))
  expect([code, run.because[0]]).toEqual([
    2,
    'accept-blocked for the role expired expired on 2026-01-04: ask Ada, then renew or remove the entry',
  ])
})

test('a run is blocked if accept-blocked lists a role that has no blocked case', async () => {
  const { code, run } = await gate(entry('expired'), entry('no-grant'), entry('revoked'))
  expect([code, run.because]).toEqual([
    2,
    ['accept-blocked for the role revoked is not needed: no case of the role was blocked. Remove the entry'],
  ])
})
