import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtBin } from '../support/built.ts'
import { openDocument } from './document.ts'
import { type Check, type Truth, truths } from './truth.ts'

interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}
interface GateResult {
  readonly exitCode: number
  readonly missed: readonly string[]
  readonly unexpected: readonly string[]
  readonly wrong: readonly string[]
}
type Handler = (request: Request) => Response | Promise<Response>

// Builds the code, because the script that runs the gate uses the compiled code.
beforeAll(() => void builtBin(), 300_000)

const place = (path: string) => new URL(path, import.meta.url)
const load = (path: string) => import(/* @vite-ignore */ place(path).href) as Promise<unknown>
const { serve } = (await load('serve.mjs')) as { serve: (handler: Handler) => Promise<Served> }
const { runGate } = (await load('known-servers.mjs')) as {
  runGate: (kind: string, name: string) => Promise<GateResult>
}

const kinds = ['correct', 'defective'] as const
const servers = kinds.flatMap((kind) => Object.entries(truths[kind]).map(([name, truth]) => ({ kind, name, truth })))

function requestOf(check: Check, truth: Truth, base: string) {
  const [method = '', target = ''] = check.call.split(/ (.*)/)
  const url = new URL(base + target)
  const headers = new Headers(check.headers)
  for (const { in: where, name, value } of check.anonymous === true ? [] : (truth.credentials ?? [])) {
    if (where === 'query') url.searchParams.set(name, value)
    else headers.set(where === 'cookie' ? 'Cookie' : name, where === 'cookie' ? `${name}=${value}` : value)
  }
  const text = check.text ?? (check.send === undefined ? undefined : JSON.stringify(check.send))
  if (text !== undefined) headers.set('Content-Type', check.type ?? 'application/json')
  return { method, url, headers, text }
}

/**
 * Starts a server and sends it the requests of the checks, one after the other. Asserts that each response is the
 * expected one. Returns the names of the operations that accepted a request.
 */
async function show(kind: string, name: string, truth: Truth, checks: readonly Check[]) {
  const document = openDocument(fileURLToPath(place(`${kind}/${name}/openapi.yaml`)))
  const { createServer } = (await load(`${kind}/${name}/server.mjs`)) as { createServer: () => Handler }
  const served = await serve(createServer())
  const accepted = new Set<string | undefined>()
  try {
    for (const check of checks) {
      const { method, url, headers, text } = requestOf(check, truth, served.url)
      const response = await fetch(url, {
        redirect: 'manual',
        method,
        headers,
        ...(text === undefined ? {} : { body: text }),
      })
      const received = await response.text()
      const where = `${name}: ${check.call} ${text ?? ''}`
      expect(response.status, where).toBe(check.status)
      if (check.unknown === true) continue
      const requestViolations = document.requestViolations({ method, url, headers, text })
      expect(requestViolations.length === 0, `${where} valid: ${requestViolations.join()}`).toBe(check.valid ?? true)
      const violations = document.responseViolations(method, url, response.status, response.headers, received)
      expect(violations.length === 0, `${where} conforms: ${violations.join()}`).toBe(check.conforms ?? true)
      if (check.contains !== undefined) expect(received, where).toContain(check.contains)
      if (check.body !== undefined) expect(JSON.parse(received), where).toMatchObject(check.body)
      if (response.status < 400) accepted.add(document.operationOf(method, url))
    }
  } finally {
    await served.close()
  }
  return { accepted, operations: document.operations }
}

describe('the table of servers with known verdicts', () => {
  test.each(kinds)('has exactly one entry for each folder in %s', (kind) => {
    expect(Object.keys(truths[kind]).sort()).toEqual(readdirSync(place(kind)).sort())
  })

  test('gives the reason why each correct server is correct, and the defects of each defective server', () => {
    for (const truth of Object.values(truths.correct))
      expect(truth).toMatchObject({ legal: expect.any(String) as string })
    for (const { defects = [] } of Object.values(truths.defective)) expect(defects.length).toBeGreaterThan(0)
  })

  test('has at least 18 correct and 16 defective servers', () => {
    expect(Object.keys(truths.correct).length).toBeGreaterThanOrEqual(18)
    expect(Object.keys(truths.defective).length).toBeGreaterThanOrEqual(16)
  })
})

describe.each(servers)('the $kind server $name', ({ kind, name, truth }) => {
  test('gives each response in the table, and accepts a valid request for each operation without a defect', async () => {
    const checks = truth.checks ?? []
    const { accepted, operations } = await show(kind, name, truth, checks)
    const inDefects = new Set((truth.defects ?? []).map(({ operation }) => operation))
    const refused = operations.filter((operation) => !accepted.has(operation) && !inDefects.has(operation))
    expect(refused).toEqual(truth.refusesAll === true ? operations : [])
  })

  test.each(truth.defects ?? [])('shows the defect $id in its responses', async ({ shown, operation, status }) => {
    const { operations } = await show(kind, name, truth, shown)
    expect(operations).toContain(operation)
    if (status !== undefined) expect(shown.map((check) => check.status)).toContain(status)
  })

  test('is judged correctly by the gate', async () => {
    const { missed, unexpected, wrong } = await runGate(kind, name)
    expect({ missed, unexpected, wrong }).toEqual({ missed: [], unexpected: [], wrong: [] })
  }, 180_000)
})
