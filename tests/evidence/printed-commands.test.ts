import { execFile } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import type { StateProvider } from '../../src/targets/target.ts'
import type { FindingReport } from '../../src/report/report.ts'
import { runGate } from '../support/run-main.ts'
import { makeCanaries } from './canaries.ts'
import { CLINIC } from './clinic.ts'
import { openClinic } from './clinic-server.ts'
import { evidenceOf } from './evidence-of.ts'
import { faultsOf } from './faults.ts'

const run = promisify(execFile)
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

/** Runs a printed curl command in a shell with these variables, and returns the status of the response. */
async function statusOf(line: string, variables: Readonly<Record<string, string>>): Promise<number> {
  const { stdout } = await run('sh', ['-euc', line], { env: { ...process.env, ...variables } })
  return Number(/^HTTP\/\S+ (\d{3})/m.exec(stdout)?.[1])
}

/** Returns the arguments into which a shell splits a printed `contract-gate …` command. */
async function argumentsOf(line: string, variables: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const script = `contract_gate() { printf '%s\\0' "$@"; }\n${line.replace(/^contract-gate /, 'contract_gate ')}`
  const { stdout } = await run('sh', ['-euc', script], { env: { ...process.env, ...variables } })
  return stdout.split('\0').slice(0, -1)
}

const statusIn = ({ exchange }: FindingReport): number => ('status' in exchange.answer ? exchange.answer.status : 0)
const known = ({ fingerprint, rule, received }: FindingReport): object => ({ fingerprint, rule, received })

describe('a failed run without provider states', () => {
  const canaries = makeCanaries()
  const variables = {
    CLINIC_X_KEY: canaries.word('key of the partner'),
    CLINIC_X_SESSION: 'a session $(exit 1) "of" \'mine\'',
    CLINIC: 'north & "south" wing',
    ID: String(canaries.number('id of a visit', 1)),
  }
  const given = [
    ...['-H', `X-Key: ${variables.CLINIC_X_KEY}`, '-H', `X-Session: ${variables.CLINIC_X_SESSION}`],
    ...['--param', `clinic=${variables.CLINIC}`, '--param', `id=${variables.ID}`],
  ]
  let folder: string
  let findings: readonly FindingReport[]
  let close: () => Promise<void>

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "evidence of o'brien ")))
    writeFileSync(join(folder, 'clinic.yaml'), CLINIC)
    const server = await openClinic(canaries, faultsOf(canaries)['a 500 with a stack trace'])
    close = () => server.close()
    await fetch(`${server.url}/__seed`, { method: 'POST', body: '{}' })
    // Skips the validation (`--no-validate`), because the document refers to a value that its provider state does not
    // declare.
    const args = ['--spec', join(folder, 'clinic.yaml'), '-u', server.url, '--no-validate', ...given]
    findings = (await runGate(args)).report.runs[0]?.findings ?? []
  })
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.skipIf(!hasCurl)('prints a curl command that gets the reported status if its variables are set', async () => {
    expect(findings.map(statusIn)).toContain(500)
    // The user must percent-encode a shell variable that is part of a URL.
    const inAddress = { ...variables, CLINIC: encodeURIComponent(variables.CLINIC) }
    for (const finding of findings) expect(await statusOf(finding.curl, inAddress)).toBe(statusIn(finding))
  })

  test('prints a replay command that reports the same finding if its variables are set', async () => {
    expect(findings).not.toEqual([])
    for (const finding of findings) {
      const args = await argumentsOf(finding.replay, variables)
      const again = await evidenceOf(args, folder, { env: variables })
      expect(again.code).toBe(finding.level === 'error' ? 1 : 0)
      expect(again.report?.runs[0]?.findings.map(known)).toContainEqual(known(finding))
    }
  })
})

describe('a failed run on the sandbox', () => {
  let url: string
  let close: () => Promise<void>
  let findings: readonly FindingReport[]
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
    const listening = await listen(createSandbox({ now: '2026-01-05T09:00:00Z', fault: 'aniva-status-new' }))
    url = listening.url
    close = () => listening.close()
    findings = (await runGate(['--api', 'aniva', '--target', 'sandbox', '-u', url])).report.runs[0]?.findings ?? []
  })
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.skipIf(!hasCurl)('prints a curl command that gets the reported status if its variables are set', async () => {
    const [finding] = findings
    const answer = await fetch(`${url}/__sandbox/states`, {
      method: 'POST',
      body: JSON.stringify({ api: 'aniva', state: 'appointment', with: {}, caseId: finding?.case }),
      headers: { 'content-type': 'application/json' },
    })
    const { path, credentials } = (await answer.json()) as Awaited<ReturnType<StateProvider['establish']>>
    const { partner } = credentials
    const key = partner !== undefined && 'value' in partner ? partner.value : ''
    const variables = { ANIVA_X_API_KEY: key, ID: String(path['id']) }
    expect(await statusOf(finding?.curl ?? '', variables)).toBe(finding === undefined ? 0 : statusIn(finding))
  })

  test('prints a replay command that reports the same finding', async () => {
    const [finding] = findings
    const args = await argumentsOf(finding?.replay ?? '')
    const again = await evidenceOf(args, folder)
    expect(again.report?.runs[0]?.findings.map(known)).toContainEqual(known(finding ?? ({} as FindingReport)))
  })
})
