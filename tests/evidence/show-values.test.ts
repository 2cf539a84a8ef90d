import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { runMain } from '../support/run-main.ts'
import { ALL_FORMATS, evidenceOf, type Evidence } from './evidence-of.ts'

const FAULT = 'lobbie-status-new'

describe('--show-values', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'values-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const gateWith = async (more: readonly string[]): Promise<Evidence & { url: string }> => {
    const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z', fault: FAULT })
    const listening = await listen(sandbox)
    try {
      const args = ['--api', 'lobbie', '--target', 'sandbox', '-u', listening.url, ...ALL_FORMATS, ...more]
      return { ...(await evidenceOf(['gate', ...args], folder)), url: listening.url }
    } finally {
      await listening.close()
    }
  }

  test('shows received values of a sandbox, with a warning at the top of the report', async () => {
    const plain = await gateWith([])
    const shown = await gateWith(['--show-values'])
    expect([plain.code, shown.code]).toEqual([1, 1])
    const bodies = [plain, shown].map(({ report }) => {
      const answer = report?.runs[0]?.findings[0]?.exchange.answer
      return answer !== undefined && 'body' in answer ? answer.body : ''
    })
    expect(bodies[0]).toMatch(/<date-time [-+]\d\d:\d\d>/)
    expect(bodies[1]).toMatch(/"startTime":"\d{4}-/)
    expect(shown.report?.showsValues).toBe(true)
    for (const page of [shown.err, shown.artefacts.get('contract-report.html')]) {
      expect(page?.replaceAll(/\s+/g, ' ')).toContain('this report is not to be published')
    }
    expect(plain.report).not.toHaveProperty('showsValues')
  })

  test('shows no credential', async () => {
    const { artefacts } = await gateWith(['--show-values'])
    for (const text of artefacts.values()) expect(text).not.toMatch(/eyJ[\w-]{10}/)
  })

  test('is refused for a server that is not ours', async () => {
    const args = ['gate', '--spec', 'specs/lobbie/openapi.yaml', '-u', 'http://127.0.0.1:1', '--show-values']
    const { code, err } = await runMain(args)
    expect(code).toBe(2)
    expect(err).toContain('--show-values would show values of a server that is not ours')
  })
})
