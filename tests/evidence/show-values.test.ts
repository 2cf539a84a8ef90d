import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { runGate, runMain } from '../support/run-main.ts'
import { ALL_FORMATS, evidenceOf, type Evidence } from './evidence-of.ts'

const FAULT = 'lobbie-status-new'

describe('the option --show-values', () => {
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
      expect(page?.replaceAll(/\s+/g, ' ')).toContain('Do not publish it')
    }
    expect(plain.report).not.toHaveProperty('showsValues')
  })

  test('shows no credential', async () => {
    const { artefacts } = await gateWith(['--show-values'])
    for (const text of artefacts.values()) expect(text).not.toMatch(/eyJ[\w-]{10}/)
  })

  test('is rejected for a server on another machine', async () => {
    const args = ['gate', '--spec', 'specs/lobbie/openapi.yaml', '-u', 'http://api.example', '--show-values']
    const { code, err } = await runMain(args)
    expect(code).toBe(2)
    expect(err).toContain('--show-values is not allowed for a server on another machine')
  })

  test('shows received values of a server on this machine; without the option, the report names the option', async () => {
    const { listenHttp } = await import('../src/exchanges/servers.ts')
    const server = await listenHttp((request, response) => {
      if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"name":"s3cr3t value"}')
    })
    const document = `
openapi: 3.1.0
info: { title: Names, version: '1' }
paths:
  /name:
    get:
      operationId: readName
      responses:
        '200':
          description: the name
          content:
            application/json: { schema: { type: object, properties: { name: { type: string, maxLength: 3 } } } }
`
    const { inFolder } = await import('../support/in-folder.ts')
    const run = (more: readonly string[]): ReturnType<typeof runGate> =>
      inFolder({ 'names.yaml': document }, () => runGate(['--spec', 'names.yaml', '-u', server.url, ...more]))
    try {
      const hidden = await run([])
      expect(JSON.stringify(hidden.report)).not.toContain('s3cr3t')
      expect(hidden.out.replaceAll(/\s+/g, ' ')).toContain('add --show-values to see it')
      const shown = await run(['--show-values'])
      expect(shown.report.runs[0]?.findings[0]?.received).toContain('s3cr3t value')
    } finally {
      await server.close()
    }
  })
})
